using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Tests.Reminders;

/// <summary>A cohort whose window closes on Tuesday 2026-06-30, and students in it.</summary>
internal static class ReminderCases
{
    public static Cohort Cohort { get; } = new()
    {
        Code = CohortCode.Parse("2027").Value!,
        Name = "2027届",
        CollectionOpensOn = new DateOnly(2026, 4, 1),
        CollectionClosesOn = new DateOnly(2026, 6, 30),
    };

    public static ReminderPolicy Policy { get; } = new(Cohort, WorkingCalendar.Shipped);

    public static TeachingPointCode Point { get; } = TeachingPointCode.Parse("TP001").Value!;

    public static ReminderFacts Newcomer { get; } = new()
    {
        Student = new StudentKey(Cohort.Code, Point, StudentNumber.Parse("20250001").Value!),
        Level = "本科",
        EnrolledAt = At("2026-03-20"),
        Collection = CollectionStatus.Awaiting,
        CollectionSince = At("2026-03-20"),
        Proofing = ProofingStatus.NotDue,
        Verification = VerificationStatus.Pending,
        HasMail = true,
    };

    public static ReminderFacts Proofer { get; } = Newcomer with
    {
        Collection = CollectionStatus.Accepted,
        Proofing = ProofingStatus.Due,
        ProofingSince = At("2026-05-11"),
        ProofingStartsOn = Day("2026-05-11"),
    };

    public static DateTimeOffset At(string day, int hour = 9) => ChinaTime.At(Day(day), hour);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public static ReminderFacts Failed(string since, VerificationStatus status = VerificationStatus.Failed) =>
        Newcomer with { Collection = CollectionStatus.Accepted, Verification = status, VerificationSince = At(since) };

    /// <summary>Occasion and due day, both as month-day, of everything up to a day.</summary>
    public static string Days(this IEnumerable<DueOccasion> occasions) =>
        string.Join(" ", occasions.Select(due => $"{due.Occasion.On:MM-dd}→{due.DueOn:MM-dd}"));
}
