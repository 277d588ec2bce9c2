using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.LocalHost.Http;

/// <summary>The key that opens <c>/admin</c>.</summary>
internal sealed class MasterKey(string value)
{
    private const string Header = "x-functions-key";
    private const string QueryKey = "code";

    public string Value { get; } = value;

    public static string Generate() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    public bool Opens(HttpRequest request)
    {
        var text = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query[QueryKey].ToString();

        // Hashed first: equal lengths make the comparison constant in time.
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(Encoding.UTF8.GetBytes(Value)));
    }
}
