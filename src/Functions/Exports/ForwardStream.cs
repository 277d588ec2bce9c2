using System.Buffers;

namespace PhotoFunctions.Functions.Exports;

/// <summary>
/// Stands between a zip archive and a stream that must not be blocked: the archive closes its entries with blocking writes, of some
/// kilobytes at most, even when it is asked to do so without. They are kept here until the next write that does not block.
/// </summary>
internal sealed class ForwardStream(Stream target) : Stream
{
    private const int BufferBytes = 64 * 1024;
    private readonly ArrayBufferWriter<byte> _kept = new(2 * BufferBytes);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _kept.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _kept.Write(buffer.Span);
        if (_kept.WrittenCount >= BufferBytes)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Nothing: it would block.</summary>
    public override void Flush()
    {
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await target.WriteAsync(_kept.WrittenMemory, cancellationToken);
        _kept.ResetWrittenCount();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
