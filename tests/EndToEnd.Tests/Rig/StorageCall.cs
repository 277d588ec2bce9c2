using System.Net;
using System.Text.RegularExpressions;
using Azure.Core;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>One request that a worker sent to the storage.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The unescaped path after the account's name.</param>
/// <param name="Partitions">The table partitions that it names.</param>
/// <param name="Status">The answer's status.</param>
internal sealed partial record StorageCall(string Method, string Path, IReadOnlyList<string> Partitions, int Status)
{
    /// <summary>Whether the storage is another one than before.</summary>
    public bool HasWritten => Method is not ("GET" or "HEAD") && Status is >= 200 and < 300 && !IsCreation;

    /// <summary>Whether it is part of setting the storage up, which every worker repeats when it starts.</summary>
    private bool IsCreation =>
        Path.StartsWith("keys", StringComparison.Ordinal)
        || Path == "Tables"
        || (Method == "PUT" && !Path.Contains('/', StringComparison.Ordinal));

    public static async Task<StorageCall> OfAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        var uri = message.Request.Uri.ToUri();
        var path = WebUtility.UrlDecode(uri.AbsolutePath.Split('/', 3)[^1]);
        var text = path;
        if (message.Request.Content is { } content && message.Request.Method != RequestMethod.Put)
        {
            using var body = new MemoryStream();
            await content.WriteToAsync(body, cancellationToken);
            text += WebUtility.UrlDecode(System.Text.Encoding.UTF8.GetString(body.ToArray()));
        }

        var partitions = PartitionKey().Matches(text).Select(match => match.Groups[1].Value).Distinct().ToArray();
        return new StorageCall(message.Request.Method.Method, path, partitions, message.HasResponse ? message.Response.Status : 0);
    }

    public override string ToString() => $"{Method} {Path} {string.Join(' ', Partitions)} {Status}";

    // In the address of a row, and in the body of a new one.
    [GeneratedRegex("""PartitionKey(?:='|":")([^'"]*)""")]
    private static partial Regex PartitionKey();
}
