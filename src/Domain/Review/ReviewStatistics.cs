using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Review;

/// <summary>
/// What became of every check's findings, from lines of history: where people overrule a check often, its threshold is wrong for
/// somebody.
/// </summary>
public sealed class ReviewStatistics
{
    private readonly Dictionary<string, Dictionary<CollectionEvent, int>> _counts = new(StringComparer.Ordinal);

    /// <summary>The events that are counted.</summary>
    public static IReadOnlyList<CollectionEvent> Counted { get; } =
    [
        CollectionEvent.PhotoRejected,
        CollectionEvent.PhotoSentToReview,
        CollectionEvent.ReviewApproved,
        CollectionEvent.ReviewRefused,
        CollectionEvent.AppealOpened,
        CollectionEvent.AppealGranted,
        CollectionEvent.AppealDenied,
    ];

    /// <summary>The counts so far, in the order of the codes.</summary>
    public IReadOnlyList<CheckStatistics> Checks =>
    [
        .. _counts.OrderBy(check => check.Key, StringComparer.Ordinal).Select(check => new CheckStatistics(check.Key)
        {
            Rejected = check.Value.GetValueOrDefault(CollectionEvent.PhotoRejected),
            SentToReview = check.Value.GetValueOrDefault(CollectionEvent.PhotoSentToReview),
            Approved = check.Value.GetValueOrDefault(CollectionEvent.ReviewApproved),
            Refused = check.Value.GetValueOrDefault(CollectionEvent.ReviewRefused),
            Appealed = check.Value.GetValueOrDefault(CollectionEvent.AppealOpened),
            Granted = check.Value.GetValueOrDefault(CollectionEvent.AppealGranted),
            Denied = check.Value.GetValueOrDefault(CollectionEvent.AppealDenied),
        }),
    ];

    /// <summary>Counts one line of history; lines about something else are left out.</summary>
    /// <param name="happened">The line's event.</param>
    /// <param name="details">The line's codes, with spaces between them.</param>
    public void Add(string happened, string details)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (!Enum.TryParse<CollectionEvent>(happened, out var counted) || !Counted.Contains(counted))
        {
            return;
        }

        foreach (var code in details.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(code, counted, 1);
        }
    }

    /// <summary>Adds another teaching point's counts.</summary>
    /// <param name="other">The other counts.</param>
    public void Add(ReviewStatistics other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (code, events) in other._counts)
        {
            foreach (var (counted, count) in events)
            {
                Add(code, counted, count);
            }
        }
    }

    private void Add(string code, CollectionEvent counted, int count)
    {
        if (!_counts.TryGetValue(code, out var events))
        {
            _counts[code] = events = [];
        }

        events[counted] = events.GetValueOrDefault(counted) + count;
    }
}
