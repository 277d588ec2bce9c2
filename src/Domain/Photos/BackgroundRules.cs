namespace PhotoFunctions.Domain.Photos;

/// <summary>What the background may be. Differences are CIEDE2000; the figures are starting values measured on real portraits.</summary>
public sealed record BackgroundRules
{
    /// <summary>The accepted colours. Source: blues in use for degree photos; 教毕指〔2017〕99号 names (100,197,255).</summary>
    public IReadOnlyList<RgbColour> Colours { get; init; } = [new(51, 143, 178), new(67, 142, 219), new(100, 197, 255)];

    /// <summary>Difference of the median to the nearest accepted colour.</summary>
    public Limits Distance { get; init; } = new(12, 16);

    /// <summary>Nine tenths of the pixels differ from the median by no more than this.</summary>
    public Limits Spread { get; init; } = new(6, 10);

    /// <summary>Largest difference between left and right without a look by a person.</summary>
    public double MaxLeftToRight { get; init; } = 5;

    /// <summary>Largest difference between top and bottom without a look by a person.</summary>
    public double MaxTopToBottom { get; init; } = 9;
}
