namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>The colours that sample portraits are drawn in.</summary>
internal static class Palette
{
    /// <summary>From light to dark.</summary>
    public static readonly IReadOnlyList<Rgb> Skin = Parse("f3d3bb ecc3a3 e0ad88 cf9970 b98058 a06a45 855439 6d432f");

    public static readonly IReadOnlyList<Rgb> Hair = Parse("1b1512 2b1d15 4a3020 6b4527 8d8880 a57c45");

    public static readonly IReadOnlyList<Rgb> Clothes = Parse("1d1d20 2c2c2e 3b1820 16301f 33241c 4a4238 3d3d3d 2a1830 b8b0a4 8a5a44 7a7470 a8894e");

    /// <summary>The accepted blues.</summary>
    public static readonly IReadOnlyList<Rgb> Backgrounds = Parse("438edb 64c5ff");

    public static readonly IReadOnlyList<Rgb> Irises = Parse("2a1a12 3a2416 4b3220 2f2a22");

    public static readonly Rgb BlueClothes = Rgb.Parse("3f86cf");

    public static readonly Rgb PaleBackground = Rgb.Parse("c0d9ee");

    public static readonly Rgb WhiteBackground = Rgb.Parse("f4f4f2");

    private static Rgb[] Parse(string colours) => [.. colours.Split(' ').Select(Rgb.Parse)];
}
