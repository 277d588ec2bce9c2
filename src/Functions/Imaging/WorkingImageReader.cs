using NetVips;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>Decodes a photo into its working image: upright, cropped, scaled down, sRGB.</summary>
internal static class WorkingImageReader
{
    // libjpeg scales down by 2, 4 or 8 while it decodes, at a fraction of the cost, and leaves the rest to a better filter. With at least
    // this much left, pixels differ from the exact picture's by less than one of 255 levels (docs/performance.md).
    private const double LeastRest = 1.5;
    private const int EveryTurnedOrientation = 5;

    /// <summary>Failures: <c>photo-damaged</c>, <c>photo-transparent</c>.</summary>
    public static Result<WorkingImage> Read(byte[] content, NormalisationPlan plan)
    {
        try
        {
            using var source = Source.NewFromMemory(content);
            using var loaded = Load(source, content, plan);
            using var thumbnail = loaded.ThumbnailImage(
                plan.Width,
                height: plan.Height,
                size: Enums.Size.Down,
                crop: Enums.Interesting.Centre,
                outputProfile: plan.ConvertColours ? "srgb" : null);

            return thumbnail.HasAlpha() ? Opaque(thumbnail) : Plain(thumbnail);
        }
        catch (VipsException)
        {
            // The decoder's words may quote the file; the code says enough.
            return PhotoFailures.Damaged;
        }
    }

    /// <summary>Whether the camera noted that width and height are to be exchanged; the decoder follows it in both formats.</summary>
    public static bool IsTurned(Image header) => header.Contains("orientation") && header.Get("orientation") is int and >= EveryTurnedOrientation;

    /// <summary>Opens a file without decoding it.</summary>
    public static Image Open(Source source, PhotoFormat format) =>
        format == PhotoFormat.Jpeg ? Image.JpegloadSource(source) : Image.PngloadSource(source);

    private static Image Load(Source source, byte[] content, NormalisationPlan plan) =>
        PhotoSignature.Read(content).Value == PhotoFormat.Jpeg
            ? Image.JpegloadSource(
                source, shrink: ShrinkFor(source, plan), access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning)
            : Image.PngloadSource(source, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);

    private static int ShrinkFor(Source source, NormalisationPlan plan)
    {
        using var header = Open(source, PhotoFormat.Jpeg);
        var (width, height) = IsTurned(header) ? (header.Height, header.Width) : (header.Width, header.Height);
        var factor = Math.Min((double)width / plan.Width, (double)height / plan.Height) / LeastRest;
        return factor switch { >= 8 => 8, >= 4 => 4, >= 2 => 2, _ => 1 };
    }

    private static Result<WorkingImage> Opaque(Image picture)
    {
        // Once into memory, because it is looked at twice.
        using var decoded = picture.CopyMemory();
        using var alpha = decoded[decoded.Bands - 1];
        using var colours = decoded.ExtractBand(0, n: decoded.Bands - 1);
        return alpha.Min() < byte.MaxValue ? PhotoFailures.Transparent : Plain(colours);
    }

    // Errors of a decode surface only when pixels are asked for.
    private static WorkingImage Plain(Image picture)
    {
        using var srgb = picture.Interpretation == Enums.Interpretation.Srgb ? picture.Copy() : picture.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = srgb.Format == Enums.BandFormat.Uchar ? srgb.Copy() : srgb.Cast(Enums.BandFormat.Uchar);
        return new WorkingImage(bytes.Width, bytes.Height, bytes.WriteToMemory<byte>());
    }
}
