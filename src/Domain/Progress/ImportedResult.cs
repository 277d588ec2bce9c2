namespace PhotoFunctions.Domain.Progress;

/// <summary>What a file says about one track of a student.</summary>
/// <typeparam name="T">The track's statuses.</typeparam>
/// <param name="Status">What was found.</param>
/// <param name="At">As of when.</param>
/// <param name="IsSnapshot">
/// Whether the row has no date of its own: then the day is the file's, and the row may repeat what was found long before.
/// </param>
public sealed record ImportedResult<T>(T Status, DateTimeOffset At, bool IsSnapshot)
    where T : struct, Enum
{
    /// <summary>
    /// What this is beside the newest that is known. The same status in another list of another day is nothing new, so that what people
    /// decided since (a review, a correction) stays; with a date of its own it is.
    /// </summary>
    internal ResultNews Beside(KnownResult<T>? known) =>
        known is null ? ResultNews.News
        : At < known.At ? ResultNews.Older
        : Nullable.Equals(known.Status, (T?)Status) && (IsSnapshot || At == known.At) ? ResultNews.Repeated
        : ResultNews.News;
}
