using System.Buffers;
using System.Buffers.Text;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>Copies a stream as base64 between quotes, a piece at a time: no blob is ever held whole.</summary>
internal static class Base64Stream
{
    // A multiple of three: only the last piece may need padding.
    private const int PieceBytes = 48 * 1024;

    private static readonly byte[] Quote = "\""u8.ToArray();

    public static async Task CopyAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(PieceBytes);
        var text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(PieceBytes));
        try
        {
            await target.WriteAsync(Quote, cancellationToken);
            int read;
            do
            {
                read = await source.ReadAtLeastAsync(
                    bytes.AsMemory(0, PieceBytes), PieceBytes, throwOnEndOfStream: false, cancellationToken);
                Base64.EncodeToUtf8(bytes.AsSpan(0, read), text, out _, out var written);
                await target.WriteAsync(text.AsMemory(0, written), cancellationToken);
            }
            while (read == PieceBytes);
            await target.WriteAsync(Quote, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<byte>.Shared.Return(text);
        }
    }
}
