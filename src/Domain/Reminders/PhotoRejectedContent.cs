using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>照片被驳回, with every reason.</summary>
public sealed record PhotoRejectedContent : StudentContent
{
    /// <summary>Why, each with its hint.</summary>
    public required IReadOnlyList<Failure> Reasons { get; init; }

    /// <summary>The last day (UTC+8) for another photo; null when the window has closed: the teaching point has to be asked.</summary>
    public required DateOnly? ClosesOn { get; init; }
}
