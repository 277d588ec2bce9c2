namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>One kind of photo that is measured.</summary>
/// <param name="Megapixels">For the name.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="IsProgressive">Whether it comes in scans.</param>
/// <param name="HasProfile">Whether it carries a Display P3 profile.</param>
internal sealed record PhotoCase(string Megapixels, int Width, int Height, bool IsProgressive, bool HasProfile)
{
    private static readonly (string Megapixels, int Width, int Height)[] Sizes = [("1.2MP", 960, 1280), ("12MP", 3024, 4032), ("24MP", 4240, 5656)];

    public static IReadOnlyList<PhotoCase> All { get; } =
    [
        .. from size in Sizes
           from isProgressive in (bool[])[false, true]
           from hasProfile in (bool[])[false, true]
           select new PhotoCase(size.Megapixels, size.Width, size.Height, isProgressive, hasProfile),
    ];

    /// <summary>As a phone or a camera writes it: the one that must reach the figures.</summary>
    public static PhotoCase Usual { get; } = All.Single(each => each is { Megapixels: "12MP", IsProgressive: false, HasProfile: false });

    public string Name => $"{Megapixels} {(IsProgressive ? "progressive" : "baseline")}{(HasProfile ? " ICC" : "")}";

    /// <summary>Photos a turn: a turn should last long against the clock, and short against what else the machine does.</summary>
    public int Repeats => (Width * Height) switch { < 2_000_000 => 4, < 20_000_000 => 2, _ => 1 };
}
