using System.Buffers.Binary;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Files;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>Outputs byte by byte, as the authority's site and the college's platform read them.</summary>
public sealed class OutputBytesTests : IDisposable
{
    private static readonly byte[] Polyglot = [.. "--><html><script>alert(1)</script><!--"u8];
    private readonly CodecDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("1-none")]
    [InlineData("2-none")]
    [InlineData("3-none")]
    [InlineData("sideways")]
    [InlineData("icc-tagged")]
    [InlineData("png")]
    [InlineData("palette-png")]
    [InlineData("16-bit-png")]
    [InlineData("opaque-rgba-png")]
    public async Task Writes_both_outputs_of_every_sound_file(string file) => await WritesBothAsync(SampleFiles.File(file));

    [Fact]
    public async Task Writes_baseline_from_progressive()
    {
        var verdict = await _desk.ReadAsync(Progressive(SampleFiles.Portrait()));

        AssertIsPlainJpeg(verdict.Platform, OutputProfile.Platform);
    }

    [Fact]
    public async Task Writes_a_platform_photo_from_120_by_160_pixels() => AssertIsPlainJpeg(
        Assert.Single((await _desk.ReadAsync(SampleFiles.File("platform-size"))).Outputs).Content.ToArray(), OutputProfile.Platform);

    [Fact]
    public async Task Keeps_nothing_of_a_second_picture_that_a_phone_appended()
    {
        var photo = SampleFiles.Portrait();

        await WritesTheSameAsync(JpegFiles.WithSecondPicture(photo, SampleFiles.Portrait(2)), photo);
    }

    [Fact]
    public async Task Keeps_nothing_of_a_page_that_hides_in_a_comment_and_behind_the_end()
    {
        var photo = SampleFiles.Portrait();
        byte[] hiding = [.. JpegFiles.WithComment(photo, Polyglot), .. Polyglot];

        await WritesTheSameAsync(hiding, photo);
        Assert.All((await _desk.ReadAsync(hiding)).Outputs, output => Assert.Equal(-1, output.Content.Span.IndexOf("script"u8)));
    }

    [Fact]
    public async Task Writes_the_best_quality_that_fits()
    {
        var photo = SampleFiles.Portrait();
        var fitting = (await _desk.ReadAsync(photo)).Outputs;
        var narrow = fitting.Select(output => output.Profile with { MinBytes = 0, MaxBytes = output.Content.Length - 1 });

        var worse = (await _desk.ReadAsync(photo, PhotoSpecification.Default with { Outputs = [.. narrow] })).Outputs;

        Assert.Equal(2, worse.Count);
        Assert.All(fitting.Zip(worse), pair => Assert.Equal(pair.First.Quality - 1, pair.Second.Quality));
    }

    private static byte[] Progressive(byte[] photo)
    {
        using var picture = NetVips.Image.NewFromBuffer(photo);
        return picture.JpegsaveBuffer(q: 90, interlace: true);
    }

    private async Task WritesTheSameAsync(byte[] strange, byte[] plain)
    {
        var (one, other) = (await _desk.ReadAsync(strange), await _desk.ReadAsync(plain));

        Assert.Empty(one.Codes);
        Assert.Equal(2, other.Outputs.Count);
        Assert.All(one.Outputs.Zip(other.Outputs), pair => Assert.Equal(pair.Second.Content.ToArray(), pair.First.Content.ToArray()));
    }

    private async Task WritesBothAsync(byte[] content)
    {
        var verdict = await _desk.ReadAsync(content);

        Assert.Empty(verdict.Codes);
        Assert.Equal([OutputProfile.Platform, OutputProfile.National], verdict.Outputs.Select(output => output.Profile));
        Assert.All(verdict.Outputs, output => AssertIsPlainJpeg(output.Content.ToArray(), output.Profile));
    }

    private static void AssertIsPlainJpeg(byte[] content, OutputProfile profile)
    {
        Assert.InRange(content.Length, Math.Max(1, profile.MinBytes), profile.MaxBytes);
        var parts = JpegParts.Read(content);

        // JFIF first: version 1.1, dots per inch, 300 in both directions, no thumbnail.
        Assert.Equal(0xE0, parts.Segments[0].Marker);
        Assert.Equal([.. "JFIF\0"u8, 1, 1, 1, 0x01, 0x2C, 0x01, 0x2C, 0, 0], parts.Segments[0].Data);

        // Then tables, one baseline frame and one scan: no APP1 (EXIF, XMP), no APP2 (ICC), no comment.
        Assert.All(parts.Segments.Skip(1), segment => Assert.Contains(segment.Marker, (byte[])[0xDB, 0xC0, 0xC4, 0xDA]));

        // 8 bits; height and width; Y at 2×2, Cb and Cr at 1×1: 4:2:0.
        var frame = parts.Single(0xC0);
        Assert.Equal(
            (8, profile.Height, profile.Width),
            (frame[0], BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1)), BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3))));
        Assert.Equal(3, frame[5]);
        Assert.Equal([(1, 0x22), (2, 0x11), (3, 0x11)], new[] { 6, 9, 12 }.Select(at => ((int)frame[at], (int)frame[at + 1])));

        // The scan runs to the end of the picture, and the file ends there.
        var markers = parts.ScanAndEnd.Zip(parts.ScanAndEnd.Skip(1)).Where(pair => pair is { First: 0xFF, Second: not 0 }).ToArray();
        Assert.Equal((0xFF, 0xD9), Assert.Single(markers));
        Assert.Equal([0xFF, 0xD9], content[^2..]);
    }
}
