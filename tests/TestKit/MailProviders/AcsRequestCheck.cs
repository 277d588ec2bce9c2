using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace PhotoFunctions.TestKit.MailProviders;

/// <summary>Whether a request is signed as documented, and asks for something that is there.</summary>
internal sealed class AcsRequestCheck(byte[] key, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    /// <returns>The status code that refuses the request, or null.</returns>
    public int? Fault(HttpRequest request, byte[] body) =>
        !IsSigned(request, body) ? StatusCodes.Status401Unauthorized
        : request.Query["api-version"] != "2023-03-31" ? StatusCodes.Status400BadRequest
        : request.Method == HttpMethods.Post && !(Guid.TryParse(request.Headers["Operation-Id"], out _) && IsMail(body))
            ? StatusCodes.Status400BadRequest
        : null;

    private static bool IsMail(byte[] body)
    {
        try
        {
            using var mail = JsonDocument.Parse(body);
            var root = mail.RootElement;
            return root.GetProperty("senderAddress").GetString() is { Length: > 0 }
                && root.GetProperty("content").GetProperty("subject").GetString() is { Length: > 0 }
                && root.GetProperty("recipients").GetProperty("to").EnumerateArray()
                    .All(to => to.GetProperty("address").GetString()!.Contains('@', StringComparison.Ordinal))
                && !root.GetRawText().Contains("refused@", StringComparison.Ordinal);
        }
        catch (Exception ex) when (ex is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool IsSigned(HttpRequest request, byte[] body)
    {
        var date = request.Headers["x-ms-date"].ToString();
        var hash = Convert.ToBase64String(SHA256.HashData(body));
        var text = $"{request.Method}\n{new Uri(request.GetEncodedUrl()).PathAndQuery}\n{date};{request.Host};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)));
        return request.Headers["x-ms-content-sha256"] == hash
            && request.Headers.Authorization == $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}"
            && DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && (time.GetUtcNow() - at).Duration() <= Skew;
    }
}
