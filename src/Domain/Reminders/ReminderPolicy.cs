using System.Globalization;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Who is due which mail, and when: facts in, occasions out (docs/decisions/0024).</summary>
/// <param name="cohort">The cohort's settings.</param>
/// <param name="calendar">The working days.</param>
public sealed class ReminderPolicy(Cohort cohort, WorkingCalendar calendar)
{
    /// <summary>Verification: working days from one mail to the next. Source: issue of the college, 3.</summary>
    public const int VerificationEveryWorkingDays = 3;

    /// <summary>Proofing: days from one mail to the next.</summary>
    public const int ProofingEveryDays = 7;

    /// <summary>Proofing: whoever has not answered after so many mails is left to the teaching point.</summary>
    public const int MostProofingReminders = 12;

    /// <summary>Rejections and proofings: for so many days after its occasion a mail that was kept back is still sent.</summary>
    public const int NewsForDays = 60;

    // The student alone is told first, then the teaching point too, then the administrators.
    private const int DigestFrom = 1;
    private const int EscalationFrom = 2;

    private readonly int[] _daysBefore = [.. cohort.ReminderDaysBefore.OrderDescending()];

    // Enough to tell two photos apart that were rejected at the same moment.
    private const int ShaCharacters = 12;

    /// <summary>The cohort for which it decides.</summary>
    public Cohort Cohort => cohort;

    /// <summary>The working days by which it decides.</summary>
    public WorkingCalendar Calendar => calendar;

    /// <summary>The occasions for mails of a kind to a student, as the facts stand, also those that were long ago.</summary>
    /// <param name="kind">A kind that goes to students.</param>
    /// <param name="student">The student.</param>
    /// <param name="today">The day (UTC+8); nothing is told that falls due later.</param>
    /// <returns>The occasions, earliest first; whether somebody reads mails does not matter here (<see cref="LeftOut"/>).</returns>
    public IReadOnlyList<DueOccasion> ForStudent(ReminderKind kind, ReminderFacts student, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(student);
        var occasions = kind switch
        {
            ReminderKind.CollectionReminder when student.Collection is CollectionStatus.Awaiting or CollectionStatus.Rejected =>
                Deadlines(student, today),
            ReminderKind.PhotoRejected => Rejection(student, today),
            ReminderKind.ProofingReminder => Proofings(student, today),
            ReminderKind.VerificationReminder => Verifications(student, today),
            _ => [],
        };
        return [.. occasions.Where(due => due.DueOn <= today)];
    }

    /// <summary>The occasions for digests, as the students of the teaching point, or for an escalation all of the cohort, stand.</summary>
    /// <param name="kind">A kind that goes to offices.</param>
    /// <param name="students">The students.</param>
    /// <param name="today">The day (UTC+8); nothing is told that falls due later.</param>
    /// <returns>The occasions, earliest first.</returns>
    public IReadOnlyList<DueOccasion> ForOffice(ReminderKind kind, IEnumerable<ReminderFacts> students, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(students);
        var byDay = new SortedDictionary<DateOnly, DueOccasion>();
        foreach (var due in students.SelectMany(student => ForOffice(kind, student, today)).Where(due => due.DueOn <= today))
        {
            // Levels may close on different days: the office is told with the first.
            byDay[due.Occasion.On] = byDay.TryGetValue(due.Occasion.On, out var other)
                ? due with { DueOn = due.DueOn < other.DueOn ? due.DueOn : other.DueOn, IsLive = due.IsLive || other.IsLive }
                : due;
        }

        return [.. byDay.Values];
    }

    /// <summary>Why a student gets no mails of a kind at all.</summary>
    /// <param name="kind">A kind that goes to students.</param>
    /// <param name="student">The student.</param>
    /// <returns><c>mail-address-missing</c>, <c>mail-opted-out</c>, or null.</returns>
    public static string? LeftOut(ReminderKind kind, ReminderFacts student)
    {
        ArgumentNullException.ThrowIfNull(student);
        return !student.HasMail ? FailureCodes.MailAddressMissing
            : student.HasOptedOut && kind != ReminderKind.VerificationReminder ? FailureCodes.MailOptedOut
            : null;
    }

    /// <summary>Whether a student's verification stands where somebody has to act.</summary>
    /// <param name="student">The student.</param>
    /// <returns>True for failed, uncertain and abnormal ones.</returns>
    public static bool IsBlocked(ReminderFacts student)
    {
        ArgumentNullException.ThrowIfNull(student);
        return student.Verification is VerificationStatus.Failed or VerificationStatus.Uncertain or VerificationStatus.Abnormal;
    }

    /// <summary>How often a student has been due a verification mail by a day: whom a digest or an escalation is about.</summary>
    /// <param name="kind">The digest or the escalation.</param>
    /// <param name="student">The student.</param>
    /// <param name="today">The day (UTC+8).</param>
    /// <returns>True when the student belongs into it.</returns>
    public bool IsInDigest(ReminderKind kind, ReminderFacts student, DateOnly today) =>
        ForOffice(kind, student, today).Any(due => due.DueOn <= today);

    private IEnumerable<DueOccasion> ForOffice(ReminderKind kind, ReminderFacts student, DateOnly today) => kind switch
    {
        ReminderKind.CollectionDigest when student.Collection != CollectionStatus.Accepted => Deadlines(student, today),

        // Whom no mail reaches, the teaching point has to tell at once.
        ReminderKind.VerificationDigest => Verifications(student, today).Skip(student.HasMail ? DigestFrom : 0).Select(WithoutMark),
        ReminderKind.VerificationEscalation => Verifications(student, today).Skip(EscalationFrom).Select(WithoutMark),
        _ => [],
    };

    private IEnumerable<DueOccasion> Deadlines(ReminderFacts student, DateOnly today)
    {
        var window = cohort.WindowOf(student.Level, student.Student.TeachingPoint);
        var enrolledOn = ChinaTime.DateAt(student.EnrolledAt);
        for (var index = 0; index < _daysBefore.Length; index++)
        {
            var day = DateOnly.FromDayNumber(Math.Max(0, window.ClosesOn.DayNumber - _daysBefore[index]));
            if (day >= window.OpensOn && day >= enrolledOn)
            {
                // Moved onto the next reminder's day, it would say what that one says.
                var latest = index + 1 < _daysBefore.Length ? window.ClosesOn.AddDays(-_daysBefore[index + 1] - 1) : window.ClosesOn;
                yield return new DueOccasion(
                    new Occasion(day), SendingHours.WorkingDayFor(calendar, day, latest), today <= window.ClosesOn);
            }
        }
    }

    // One for each photo, named by when the student came to be rejected and by its content: a folder that is copied again is no news.
    private IEnumerable<DueOccasion> Rejection(ReminderFacts student, DateOnly today)
    {
        if (student is not { Collection: CollectionStatus.Rejected, PhotoUploadedAt: { } uploadedAt })
        {
            yield break;
        }

        var sha256 = student.PhotoSha256 is { Length: > ShaCharacters } sha ? sha[..ShaCharacters] : Mark(uploadedAt);
        var on = ChinaTime.DateAt(student.CollectionSince);
        var news = ChinaTime.DateAt(uploadedAt) is var uploadedOn && uploadedOn > on ? uploadedOn : on;
        yield return new DueOccasion(
            new Occasion(on, $"{Mark(student.CollectionSince)}x{sha256}"), SendingHours.WorkingDayFor(calendar, news), IsNews(news, today));
    }

    private IEnumerable<DueOccasion> Proofings(ReminderFacts student, DateOnly today)
    {
        if (student is not { Proofing: ProofingStatus.Due, ProofingStartsOn: { } start } || !CanProof(student))
        {
            yield break;
        }

        // An approval may be reported long after the wait is over: the question is asked from then on.
        var since = student.ProofingSince ?? student.EnrolledAt;
        var (mark, askedOn) = (Mark(since), ChinaTime.DateAt(since));
        var on = calendar.After(start, cohort.Proofing.MinWait, cohort.Proofing.WaitUnit).Date;
        on = on < askedOn ? askedOn : on;
        for (var count = 0; count < MostProofingReminders && on <= today; count++, on = on.AddDays(ProofingEveryDays))
        {
            yield return new DueOccasion(new Occasion(on, mark), SendingHours.WorkingDayFor(calendar, on), IsNews(on, today));
        }
    }

    // Nobody is asked to proof a photo that was taken back, or a record that the national site hides.
    private static bool CanProof(ReminderFacts student) =>
        student.Collection is CollectionStatus.Awaiting or CollectionStatus.Accepted && !IsBlocked(student);

    private IEnumerable<DueOccasion> Verifications(ReminderFacts student, DateOnly today)
    {
        if (!IsBlocked(student))
        {
            yield break;
        }

        var since = student.VerificationSince ?? student.EnrolledAt;
        for (var on = ChinaTime.DateAt(since); on <= today; on = calendar.After(on, VerificationEveryWorkingDays).Date)
        {
            yield return new DueOccasion(new Occasion(on, Mark(since)), SendingHours.WorkingDayFor(calendar, on), true);
        }
    }

    // Whoever has no address for years, and then one, is not told old news.
    private static bool IsNews(DateOnly on, DateOnly today) => today.DayNumber <= on.DayNumber + NewsForDays;

    private static DueOccasion WithoutMark(DueOccasion due) => due with { Occasion = new Occasion(due.Occasion.On) };

    private static string Mark(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
