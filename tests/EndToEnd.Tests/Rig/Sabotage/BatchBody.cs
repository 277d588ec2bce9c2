using System.Text;
using Azure;
using Azure.Core;

namespace PhotoFunctions.EndToEnd.Tests.Rig.Sabotage;

/// <summary>Reads what a batch of table operations says, and what the service answers.</summary>
internal static class BatchBody
{
    public static bool IsBatch(HttpMessage message) =>
        message.Request.Method == RequestMethod.Post && message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);

    public static async Task<string> ReadAsync(HttpMessage message)
    {
        using var body = new MemoryStream();
        await message.Request.Content!.WriteToAsync(body, message.CancellationToken);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    /// <summary>Whether the service did not do it, which stands inside of an answer that looks well.</summary>
    public static bool IsRefused(Response response) =>
        response.IsError || response.Content.ToString().Contains("HTTP/1.1 4", StringComparison.Ordinal);

    /// <summary>The line between two operations.</summary>
    public static string BoundaryOf(string body, string prefix)
    {
        var start = body.IndexOf("boundary=" + prefix, StringComparison.Ordinal) + "boundary=".Length;
        return "--" + body[start..body.IndexOfAny(['\r', '\n', ';'], start)].Trim();
    }

    /// <summary>What stands before, between and behind the operations, each with the line before it.</summary>
    public static (string Head, IReadOnlyList<string> Operations, string Tail) Split(string body, string prefix)
    {
        var boundary = BoundaryOf(body, prefix);
        var parts = body.Split(boundary);
        return (parts[0], [.. parts[1..^1].Select(part => boundary + part)], boundary + parts[^1]);
    }
}
