namespace PhotoFunctions.Domain.Review;

/// <summary>
/// How often one finding stood against a photo, and what became of it. Counts decisions: a photo counts again when it is decided again.
/// </summary>
/// <param name="Code">The finding's code.</param>
public sealed record CheckStatistics(string Code)
{
    /// <summary>The pipeline rejected a photo for it.</summary>
    public int Rejected { get; init; }

    /// <summary>The pipeline left it to a person.</summary>
    public int SentToReview { get; init; }

    /// <summary>A person found the photo good all the same.</summary>
    public int Approved { get; init; }

    /// <summary>A person refused the photo.</summary>
    public int Refused { get; init; }

    /// <summary>A teaching point questioned it.</summary>
    public int Appealed { get; init; }

    /// <summary>The appeal was upheld.</summary>
    public int Granted { get; init; }

    /// <summary>The appeal was turned down.</summary>
    public int Denied { get; init; }
}
