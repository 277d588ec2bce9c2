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

    /// <summary>
    /// Far above any photo in base64. A page blob of a terabyte costs whoever makes it nothing, and would keep the host's whole process busy until its
    /// time limit ends it; refused, it goes the way of what fails five times.
    /// </summary>
    public const long LargestBody = 400L * 1024 * 1024;


    /// <exception cref="InvalidDataException">The body is no invocation.</exception>
    public static Task<InvocationMetadata> ReadAsync(Stream body, CancellationToken cancellationToken) =>
        ReadAsync(body, LargestBody, cancellationToken);

    /// <exception cref="InvalidDataException">The body is no invocation, or longer than the given length.</exception>
    public static async Task<InvocationMetadata> ReadAsync(Stream body, long largestBody, CancellationToken cancellationToken)
    {
        var slicer = new PropertySlicer("Metadata"u8.ToArray(), LargestMetadata);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var (total, length) = (0L, 0);
            while ((length = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                total += length;
                if (total > largestBody)
                {
                    throw new InvalidDataException($"Expected an invocation of at most {largestBody} bytes but the host sent a longer one.");
                }

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
