using System.Text;
using NetVips;

namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>Turns a drawing into a picture such as a camera gives: slightly soft, a little noise, its own exposure.</summary>
internal static class PortraitRenderer
{
    private const string OrientationField = "orientation";

    /// <summary>No orientation of EXIF: turned as 6 says, but not saying so.</summary>
    internal const int StoredLying = -6;

    // A little too soft is what a blurred picture with the grain of a phone looks like to the measure.
    private const double SoftFocusNoise = 5.5;
    private const int GrainTile = 256;

    public static Image Render(ulong seed, PortraitFault fault, int width, int height)
    {
        var random = new SplitMix64(seed);
        var svg = PortraitSvg.Draw(random, fault, width, height);
        using var drawn = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg));
        using var flat = drawn.Flatten();
        using var soft = flat.Gaussblur(Math.Max(0.3, width / BlurDivisor(fault)));
        using var lit = soft * Gain(random, fault);
        using var noise = Noise(random, fault, width, height);
        using var noisy = lit + noise;
        using var bytes = noisy.Cast(Enums.BandFormat.Uchar);
        using var tagged = bytes.Copy(interpretation: Enums.Interpretation.Srgb);
        return tagged.CopyMemory();
    }

    public static byte[] Encode(Image picture, PortraitFormat format)
    {
        using var coloured = format.IccTagged ? picture.IccTransform("p3", inputProfile: "srgb") : picture.Copy();
        using var turned = Turn(coloured, format.Orientation);
        return format.Png ? turned.PngsaveBuffer() : turned.JpegsaveBuffer(q: 90);
    }

    private static Image Turn(Image picture, int orientation)
    {
        using var turned = orientation switch { 6 or StoredLying => picture.Rot270(), 8 => picture.Rot90(), _ => picture.Copy() };
        return turned.Mutate(image => image.Set(GValue.GIntType, OrientationField, orientation == StoredLying ? 1 : orientation));
    }

    private static double BlurDivisor(PortraitFault fault) => fault switch
    {
        PortraitFault.Blurred or PortraitFault.SoftFocus => 110,
        PortraitFault.VeryBlurred => 45,
        _ => 1400,
    };

    private static double Gain(SplitMix64 random, PortraitFault fault) => fault switch
    {
        PortraitFault.Dark => 0.35,
        PortraitFault.VeryDark => 0.15,

        // The grey zones are narrow: the exposure may not leave them.
        PortraitFault.Glare or PortraitFault.SlightGlare => 1.06,
        PortraitFault.PaleBackground or PortraitFault.SoftGradient or PortraitFault.ShadedSide => 1,
        _ => random.Between(0.92, 1.06),
    };

    /// <summary>The same luminance noise in all three channels, and a weaker one in two of them.</summary>
    private static Image Noise(SplitMix64 random, PortraitFault fault, int width, int height)
    {
        using var luminance = Grain(random, fault == PortraitFault.SoftFocus ? SoftFocusNoise : 3, width, height);
        using var red = Grain(random, 1.2, width, height);
        using var blue = Grain(random, 1.2, width, height);
        using var reddish = luminance + red;
        using var bluish = luminance + blue;
        return reddish.Bandjoin(luminance, bluish);
    }

    // Noise costs more than the drawing does: one tile of it is laid side by side, which nobody sees.
    private static Image Grain(SplitMix64 random, double sigma, int width, int height)
    {
        using var noise = Image.Gaussnoise(GrainTile, GrainTile, sigma: sigma, mean: 0, seed: random.Below(int.MaxValue));
        using var tile = noise.CopyMemory();
        using var tiles = tile.Replicate((width / GrainTile) + 1, (height / GrainTile) + 1);
        return tiles.Crop(0, 0, width, height);
    }
}
