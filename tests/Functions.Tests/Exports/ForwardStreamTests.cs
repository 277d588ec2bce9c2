using System.IO.Compression;
using PhotoFunctions.Functions.Exports;

namespace PhotoFunctions.Functions.Tests.Exports;

public sealed class ForwardStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    public async Task Writes_a_zip_file_without_ever_blocking_its_target(CompressionLevel level)
    {
        using var target = new UnblockedStream();
        var stream = new ForwardStream(target);
        var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, Token);
        var random = new Random(1);
        var contents = Enumerable.Range(0, 300).Select(i => new byte[i * 7]).ToList();
        foreach (var (i, content) in contents.Index())
        {
            random.NextBytes(content);
            await using var entry = await zip.CreateEntry($"{i}", level).OpenAsync(Token);
            await entry.WriteAsync(content, Token);
        }

        await zip.DisposeAsync();
        await stream.FlushAsync(Token);

        using var read = new ZipArchive(new MemoryStream(target.ToArray()), ZipArchiveMode.Read);
        foreach (var (entry, content) in read.Entries.Zip(contents))
        {
            using var found = new MemoryStream();
            await (await entry.OpenAsync(Token)).CopyToAsync(found, Token);
            Assert.Equal(content, found.ToArray());
        }
    }

    [Fact]
    public async Task Passes_on_what_it_keeps_before_it_grows()
    {
        using var target = new UnblockedStream();
        await using var stream = new ForwardStream(target);

        await stream.WriteAsync(new byte[1000], Token);
        Assert.Equal(0, target.Length);
        await stream.WriteAsync(new byte[100_000], Token);

        Assert.Equal(101_000, target.Length);
    }

    /// <summary>As the web server's: blocking writes are a fault.</summary>
    private sealed class UnblockedStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => Assert.Fail("a blocking write");

        public override void Write(ReadOnlySpan<byte> buffer) => Assert.Fail("a blocking write");

        public override void Flush() => Assert.Fail("a blocking flush");

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            base.Write(buffer.ToArray(), 0, buffer.Length);
        }
    }
}
