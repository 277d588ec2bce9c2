namespace PhotoFunctions.Domain.Photos;

/// <summary>What the strips above and beside the person show. Differences are CIEDE2000.</summary>
public sealed record BackgroundFacts
{
    /// <summary>The median colour.</summary>
    public required RgbColour Median { get; init; }

    /// <summary>The accepted colour that is nearest to it.</summary>
    public required RgbColour Nearest { get; init; }

    /// <summary>Difference of the two.</summary>
    public required double Distance { get; init; }

    /// <summary>Nine tenths of the pixels differ from the median by no more than this.</summary>
    public required double Spread { get; init; }

    /// <summary>Difference between the left and the right strip.</summary>
    public required double LeftToRight { get; init; }

    /// <summary>Difference between the upper strip and the lower third of those at the sides.</summary>
    public required double TopToBottom { get; init; }

    /// <summary>Height of the crown, in pixels from the top: the first row in the middle that is not background. Null when there is none.</summary>
    public int? Crown { get; init; }
}
