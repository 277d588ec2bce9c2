using System.Buffers;
using System.Text.Json;

namespace PhotoFunctions.Functions.CustomHandler;

/// <summary>
/// Reads an invocation's body without keeping its "Data": the host puts the whole blob there as base64 before the metadata, tens of
/// megabytes that are not used. A JSON reader would have to hold such a text in one piece, so the bytes are walked by hand.
/// </summary>
internal static class InvocationReader
{
    private const int LargestMetadata = 1024 * 1024;
    private const int BufferBytes = 64 * 1024;

    /// <exception cref="InvalidDataException">The body is no invocation.</exception>
    public static async Task<InvocationMetadata> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var slicer = new PropertySlicer("Metadata"u8.ToArray(), LargestMetadata);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int length;
            while ((length = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                slicer.Feed(buffer.AsSpan(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        try
        {
            return new InvocationMetadata(JsonSerializer.Deserialize<JsonElement>(slicer.Value));
        }
        catch (JsonException)
        {
            // The body holds personal data, and so may the reader's message: neither goes into the log.
            throw new InvalidDataException("Expected an invocation with Metadata but the host sent another body.");
        }
    }
}
