namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>An invented person: every trait follows from the seed.</summary>
internal sealed record SamplePerson
{
    public required Rgb Skin { get; init; }

    /// <summary>From 0, the lightest, to 7.</summary>
    public required int SkinDepth { get; init; }

    public required Rgb Hair { get; init; }

    public required Rgb Clothes { get; init; }

    public required Rgb Iris { get; init; }

    public required HairStyle HairStyle { get; init; }

    public required ClothesCut Cut { get; init; }

    public required bool Beard { get; init; }

    public required bool Glasses { get; init; }

    /// <summary>Height of a lens, in head units.</summary>
    public required double LensHeight { get; init; }

    /// <summary>Half the width of the face, in head units: 50 on average.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>The jaw corner's share of <see cref="HalfWidth"/>.</summary>
    public required double Jaw { get; init; }

    /// <summary>How far each eye lies from the middle, in head units.</summary>
    public required double EyeX { get; init; }

    public required double BrowY { get; init; }

    public required double Hairline { get; init; }

    public required double Fringe { get; init; }

    /// <summary>-1: the parting on the left, the light on the left; 1: on the right.</summary>
    public required int Side { get; init; }

    public Rgb Dark => Skin.Towards("3a1a12", 0.55);

    public Rgb Light => Skin.Towards("fff2e6", 0.36 + (0.42 * SkinDepth / 7));

    public Rgb Lips => Skin.Towards("a8383e", 0.48);

    public static SamplePerson Invent(SplitMix64 random)
    {
        var depth = random.Chance(0.75) ? random.Below(4) : 4 + random.Below(4);
        var style = random.Pick(Enum.GetValues<HairStyle>());
        var shortHair = style is HairStyle.Cropped or HairStyle.SideParted;
        return new SamplePerson
        {
            SkinDepth = depth,
            Skin = Palette.Skin[depth],
            Hair = depth >= 4 || random.Chance(0.6) ? Palette.Hair[random.Below(2)] : random.Pick(Palette.Hair),
            Clothes = random.Pick(Palette.Clothes),
            Iris = random.Pick(Palette.Irises),
            HairStyle = style,
            Cut = random.Pick(Enum.GetValues<ClothesCut>()),
            Beard = shortHair && random.Chance(0.2),
            Glasses = random.Chance(0.35),
            LensHeight = random.Chance(0.5) ? 29 : 24,
            HalfWidth = 50 * random.Between(0.93, 1.07),
            Jaw = shortHair ? random.Between(0.74, 0.82) : random.Between(0.70, 0.77),
            EyeX = 22.5 * random.Between(0.96, 1.04),
            BrowY = random.Between(-19, -16),
            Hairline = random.Between(-62, -46),
            Fringe = random.Between(-36, -28),
            Side = random.Chance(0.5) ? 1 : -1,
        };
    }
}
