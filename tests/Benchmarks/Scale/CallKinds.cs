using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.Benchmarks.Scale;

/// <summary>Counts storage transactions by what they do and where, retries included.</summary>
internal sealed class CallKinds : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    /// <summary>The counts, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Counts => [.. _counts.OrderByDescending(count => count.Value)];

    public void Reset() => _counts.Clear();

    public override void OnSendingRequest(HttpMessage message) => _counts.AddOrUpdate(KindOf(message.Request), 1, (_, count) => count + 1);

    // Of the address only the table or container: keys name people.
    private static string KindOf(Request request)
    {
        var path = Uri.UnescapeDataString(request.Uri.Path).TrimStart('/').Split('/');
        var place = path.FirstOrDefault(part => part.Contains('(', StringComparison.Ordinal)) ?? path[Math.Min(1, path.Length - 1)];
        var name = place.Split('(')[0];
        var act = request.Method.Method switch
        {
            "GET" when place.EndsWith("()", StringComparison.Ordinal) => "query",
            "GET" => "read",
            "POST" when name == "$batch" => "write a batch",
            "POST" => "add",
            "PUT" or "PATCH" or "MERGE" => "change",
            _ => "delete",
        };
        return name == "$batch" ? act : $"{act} {name}";
    }
}
