using System.Text;
using NetVips;

namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>One of every file that an uploader may send by mistake or by malice; some are sound and must be accepted.</summary>
internal static class FileFaults
{
    public const int OversizeBytes = 21 * 1024 * 1024;

    public static readonly FileFault NotAnImage = new("not-an-image", _ => "这不是照片。 This is not a photo.\n"u8.ToArray());
    public static readonly FileFault Webp = new("webp", seed => Picture(seed, picture => picture.WebpsaveBuffer(q: 80)));
    public static readonly FileFault Gif = new("gif", seed => Picture(seed, picture => picture.GifsaveBuffer(), 240, 320));
    public static readonly FileFault Tiff = new("tiff", seed => Picture(seed, picture => picture.TiffsaveBuffer(), 240, 320));
    public static readonly FileFault Heic = new("heic", HeicLike);
    public static readonly FileFault Pdf = new("pdf", _ => Encoding.ASCII.GetBytes(SmallPdf));
    public static readonly FileFault Svg = new("svg", seed => Encoding.UTF8.GetBytes(PortraitSvg.Draw(new SplitMix64(seed), PortraitFault.None, 480, 640)));
    public static readonly FileFault Truncated = new("truncated", seed => JpegSurgery.Cut(SamplePortrait.Draw(seed), 0.5));
    public static readonly FileFault ZeroedTail = new("zeroed-tail", seed => JpegSurgery.ZeroTail(SamplePortrait.Draw(seed), 0.5));
    public static readonly FileFault ZeroedHole = new("zeroed-hole", seed => JpegSurgery.ZeroHole(SamplePortrait.Draw(seed), 20_000));
    public static readonly FileFault Empty = new("empty", _ => []);
    public static readonly FileFault ScanBomb = new("scan-bomb", seed => JpegSurgery.RepeatScans(Picture(seed, picture => picture.JpegsaveBuffer(q: 60, interlace: true), 240, 320), 400));
    public static readonly FileFault PngBomb = new("png-bomb", _ => PngSurgery.Plain(30_000, 30_000));
    public static readonly FileFault PngBomb81Megapixels = new("png-bomb-81-megapixels", _ => PngSurgery.Plain(9_000, 9_000));
    public static readonly FileFault HugeFrame = new("huge-frame", seed => JpegSurgery.ClaimSize(SamplePortrait.Draw(seed), 60_000, 60_000));
    public static readonly FileFault Greyscale = new("greyscale", seed => Picture(seed, picture => InSpace(picture, Enums.Interpretation.Bw, image => image.JpegsaveBuffer(q: 90))));
    public static readonly FileFault Cmyk = new("cmyk", seed => Picture(seed, picture => InSpace(picture, Enums.Interpretation.Cmyk, image => image.JpegsaveBuffer(q: 90))));
    public static readonly FileFault TransparentPng = new("transparent-png", seed => Picture(seed, picture => WithAlpha(picture, transparent: true), 480, 640));
    public static readonly FileFault OpaquePng = new("opaque-rgba-png", seed => Picture(seed, picture => WithAlpha(picture, transparent: false), 480, 640));
    public static readonly FileFault PalettePng = new("palette-png", seed => Picture(seed, picture => picture.PngsaveBuffer(palette: true), 480, 640));
    public static readonly FileFault DeepPng = new("16-bit-png", seed => Picture(seed, picture => InSpace(picture, Enums.Interpretation.Rgb16, image => image.PngsaveBuffer()), 480, 640));
    public static readonly FileFault TooSmall = new("too-small", seed => SamplePortrait.Draw(seed, width: 100, height: 133));
    public static readonly FileFault WideAspect = new("wide-aspect", seed => SamplePortrait.Draw(seed, width: 1280, height: 960));
    public static readonly FileFault PlatformSize = new("platform-size", seed => SamplePortrait.Draw(seed, width: 120, height: 160));
    public static readonly FileFault Sideways = new("sideways", seed => SamplePortrait.Draw(seed, format: new PortraitFormat { Orientation = 6 }));
    public static readonly FileFault IccTagged = new("icc-tagged", seed => SamplePortrait.Draw(seed, format: new PortraitFormat { IccTagged = true }));
    public static readonly FileFault PlainPng = new("png", seed => SamplePortrait.Draw(seed, width: 480, height: 640, format: new PortraitFormat { Png = true }));
    public static readonly FileFault Oversize = new("oversize", seed => JpegSurgery.Pad(SamplePortrait.Draw(seed), OversizeBytes));

    public static IReadOnlyList<FileFault> All { get; } =
    [
        NotAnImage, Webp, Gif, Tiff, Heic, Pdf, Svg, Truncated, ZeroedTail, ZeroedHole, Empty, ScanBomb, PngBomb, PngBomb81Megapixels, HugeFrame, Greyscale, Cmyk,
        TransparentPng, OpaquePng, PalettePng, DeepPng, TooSmall, WideAspect, PlatformSize, Sideways, IccTagged, PlainPng, Oversize,
    ];

    private const string SmallPdf =
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """;

    private static byte[] Picture(
        ulong seed, Func<Image, byte[]> save, int width = SamplePortrait.DefaultWidth, int height = SamplePortrait.DefaultHeight)
    {
        using var picture = PortraitRenderer.Render(seed, PortraitFault.None, width, height);
        return save(picture);
    }

    private static byte[] InSpace(Image picture, Enums.Interpretation space, Func<Image, byte[]> save)
    {
        using var converted = picture.Colourspace(space);
        return save(converted);
    }

    /// <summary>With an alpha channel: opaque throughout, or clear in the upper fifth.</summary>
    private static byte[] WithAlpha(Image picture, bool transparent)
    {
        using var clear = Image.Black(picture.Width, picture.Height);
        using var opaque = clear + 255;
        using var masked = transparent ? opaque.Mutate(image => image.DrawRect([0], 0, 0, image.Width, image.Height / 5, fill: true)) : opaque.Copy();
        using var alpha = masked.Cast(Enums.BandFormat.Uchar);
        using var joined = picture.Bandjoin(alpha);
        return joined.PngsaveBuffer();
    }

    /// <summary>The head of an iPhone's file before bytes that mean nothing: what is recognised is the name in it.</summary>
    private static byte[] HeicLike(ulong seed)
    {
        var random = new SplitMix64(seed);
        var bytes = new byte[64 * 1024];
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = (byte)random.Next();
        }

        "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"u8.CopyTo(bytes);
        return bytes;
    }
}
