using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Api.Reminders;

/// <summary>What a run did; at night nothing, and when it may.</summary>
internal sealed record ReminderRunView(
    bool IsNight,
    DateTimeOffset? OpensAt,
    IReadOnlyList<ReminderSubject> Subjects,
    int FellDue,
    int Sent,
    int Failed,
    int Unknown,
    int Dropped,
    int Waiting)
{
    public static ReminderRunView Of(ReminderReport report, IReadOnlyList<ReminderSubject> subjects, DateTimeOffset now) => new(
        report.IsNight,
        report.IsNight ? SendingHours.NextOpening(now) : null,
        report.IsNight ? [] : subjects,
        report.FellDue,
        report.Sent,
        report.Failed,
        report.Unknown,
        report.Dropped,
        report.Waiting);
}
