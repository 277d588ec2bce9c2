using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PhotoFunctions.LocalHost.Invocations;

/// <summary>The body of a non-HTTP invocation, written as a stream: its length is never known before.</summary>
internal sealed class InvocationPayload : HttpContent
{
    private readonly string _bindingName;
    private readonly Func<Stream, CancellationToken, Task> _writeData;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _metadata;

    /// <param name="bindingName">The key of the data.</param>
    /// <param name="writeData">Writes the data's JSON value.</param>
    /// <param name="metadata">Names with values that are JSON already.</param>
    public InvocationPayload(
        string bindingName, Func<Stream, CancellationToken, Task> writeData, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        _bindingName = bindingName;
        _writeData = writeData;

        // The host leaves out names that end so: they carry the trigger itself. Of two with one name the first stays.
        _metadata = metadata
            .Where(member => !member.Key.EndsWith("trigger", StringComparison.OrdinalIgnoreCase))
            .DistinctBy(member => member.Key, StringComparer.OrdinalIgnoreCase)
            .ToList();
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    public InvocationPayload(string bindingName, string dataJson, IEnumerable<KeyValuePair<string, string>> metadata)
        : this(bindingName, (stream, cancellationToken) => WriteAsync(stream, dataJson, cancellationToken), metadata)
    {
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, $"{{\"Data\":{{{HostJson.Text(_bindingName)}:", cancellationToken);
        await _writeData(stream, cancellationToken);
        await WriteAsync(stream, $"}},\"Metadata\":{HostJson.Object(_metadata)}}}", cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask();
}
