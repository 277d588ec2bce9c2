using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Api.Reminders;

/// <summary>Whom a day would write to: how many of each kind, and the first of them.</summary>
internal sealed record ReminderPreviewView(
    DateOnly Date, IReadOnlyList<ReminderPreviewView.Count> Counts, IReadOnlyList<ReminderPreviewView.Item> Items)
{
    public static async Task<ReminderPreviewView> ReadAsync(DateOnly date, IAsyncEnumerable<PreviewLine> lines, int top)
    {
        var counts = Enum.GetValues<ReminderKind>().ToDictionary(kind => kind, kind => new Count(kind, 0, 0, 0));
        var items = new List<Item>();
        await foreach (var line in lines)
        {
            var count = counts[line.Key.Kind];
            counts[line.Key.Kind] =
                line.Status is not (null or ReminderStatus.Pending) ? count with { Done = count.Done + 1 }
                : line.LeftOut is not null ? count with { LeftOut = count.LeftOut + 1 }
                : count with { Mails = count.Mails + 1 };
            if (items.Count < top)
            {
                items.Add(Shown(line));
            }
        }

        return new ReminderPreviewView(date, [.. counts.Values], items);
    }

    private static Item Shown(PreviewLine line) => new(
        line.Key.Kind, line.Key.TeachingPoint?.Value, line.Key.Student?.Value, line.Key.Occasion.On, line.LeftOut, line.Status);

    /// <summary>How many would be sent, would not, and have come to an end already.</summary>
    internal sealed record Count(ReminderKind Kind, int Mails, int LeftOut, int Done);

    internal sealed record Item(
        ReminderKind Kind, string? TeachingPoint, string? StudentNumber, DateOnly OccasionOn, string? LeftOut, ReminderStatus? Status);
}
