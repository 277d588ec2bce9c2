using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.TestKit.Files;

/// <summary>An RGB colour space by its three primaries and its curve, with white D65: enough to write colours in it and the profile that says so.</summary>
public sealed class ColourSpace
{
    private static readonly ColourSpace Srgb = new("sRGB", (0.64, 0.33), (0.30, 0.60), (0.15, 0.06), SrgbToLight, SrgbFromLight);
    private static readonly double[] White = XyzOf(0.3127, 0.3290);
    private readonly Func<double, double> _toLight;
    private readonly Func<double, double> _fromLight;
    private readonly double[,] _toXyz;

    private ColourSpace(
        string name,
        (double X, double Y) red,
        (double X, double Y) green,
        (double X, double Y) blue,
        Func<double, double> toLight,
        Func<double, double> fromLight)
    {
        Name = name;
        (_toLight, _fromLight) = (toLight, fromLight);
        var primaries = Matrix3.OfColumns(XyzOf(red.X, red.Y), XyzOf(green.X, green.Y), XyzOf(blue.X, blue.Y));
        var shares = Matrix3.Apply(Matrix3.Inverse(primaries), XyzOf(0.3127, 0.3290));
        _toXyz = Matrix3.Times(primaries, Matrix3.Diagonal(shares));
    }

    /// <summary>Adobe RGB (1998): greens that sRGB does not have, gamma 2.19921875.</summary>
    public static ColourSpace AdobeRgb { get; } = new(
        "Adobe RGB (1998)",
        (0.64, 0.33),
        (0.21, 0.71),
        (0.15, 0.06),
        value => Math.Pow(value, AdobeGamma),
        light => Math.Pow(light, 1 / AdobeGamma));

    /// <summary>Display P3, as phones write it: the primaries of cinema, the curve of sRGB.</summary>
    public static ColourSpace DisplayP3 { get; } = new("Display P3", (0.680, 0.320), (0.265, 0.690), (0.150, 0.060), SrgbToLight, SrgbFromLight);

    private const double AdobeGamma = 2.19921875;

    /// <summary>For people.</summary>
    public string Name { get; }

    /// <summary>The numbers that a colour of sRGB has here.</summary>
    public RgbColour Of(RgbColour colour)
    {
        ArgumentNullException.ThrowIfNull(colour);
        double[] light = [SrgbToLight(colour.Red / 255.0), SrgbToLight(colour.Green / 255.0), SrgbToLight(colour.Blue / 255.0)];
        var here = Matrix3.Apply(Matrix3.Inverse(_toXyz), Matrix3.Apply(Srgb._toXyz, light));
        return new RgbColour(Byte(here[0]), Byte(here[1]), Byte(here[2]));
    }

    /// <summary>An ICC profile, version 2: matrix and curves.</summary>
    public byte[] Profile() => IccProfile.Write(Name, Matrix3.Times(Matrix3.AdaptToD50(White), _toXyz), _toLight);

    private static double[] XyzOf(double x, double y) => [x / y, 1, (1 - x - y) / y];

    private static double SrgbToLight(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static double SrgbFromLight(double light) => light <= 0.0031308 ? light * 12.92 : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;

    private byte Byte(double light) => (byte)Math.Round(255 * _fromLight(Math.Clamp(light, 0, 1)));
}
