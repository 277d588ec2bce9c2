using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Reads anew what a mail is about when its turn comes, and says whether it is still due, and what it tells.</summary>
/// <param name="cohorts">Where teaching points are kept.</param>
/// <param name="students">Where students are read.</param>
/// <param name="time">The clock.</param>
public sealed class ReminderDrafting(ICohortStore cohorts, IReminderStudents students, TimeProvider time)
{
    /// <summary>
    /// The facts of a mail as they stand. Failures: <c>reminder-not-due</c>, <c>reminder-superseded</c>, <c>mail-opted-out</c>,
    /// <c>mail-address-missing</c>.
    /// </summary>
    /// <param name="key">Which mail.</param>
    /// <param name="policy">The cohort's policy.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>The facts, or why there is nothing to send.</returns>
    public async Task<Result<ReminderContent>> DraftAsync(ReminderKey key, ReminderPolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(policy);
        var today = ChinaTime.DateAt(time.GetUtcNow());
        return key is { Student: { } number, TeachingPoint: { } point }
            ? await DraftAsync(key, new StudentKey(key.Cohort, point, number), policy, today, cancellationToken)
            : await DraftDigestAsync(key, policy, today, cancellationToken);
    }

    private async Task<Result<ReminderContent>> DraftAsync(
        ReminderKey key, StudentKey at, ReminderPolicy policy, DateOnly today, CancellationToken cancellationToken)
    {
        if (await students.FindAsync(at, cancellationToken) is not { } student)
        {
            return ReminderFailures.NotDue;
        }

        // The line is the old teaching point's when the student has moved since; the mail is the student's.
        var facts = ReminderFacts.Of(student);
        if (Objection(policy.ForStudent(key.Kind, facts, today), key.Occasion) is { } objection)
        {
            return objection;
        }

        if (ReminderPolicy.LeftOut(key.Kind, facts) is { } code)
        {
            return code == FailureCodes.MailOptedOut ? ReminderFailures.OptedOut : ReminderFailures.AddressMissing;
        }

        return await cohorts.FindTeachingPointAsync(key.Cohort, student.Key.TeachingPoint, cancellationToken) is { } point
            ? Content(key.Kind, policy, student, point, today)
            : ReminderFailures.NotDue;
    }

    private static ReminderContent Content(
        ReminderKind kind, ReminderPolicy policy, Student student, TeachingPoint point, DateOnly today)
    {
        var (cohort, calendar) = (policy.Cohort, policy.Calendar);
        var closesOn = cohort.WindowOf(student.Profile.Level, point.Code).ClosesOn;
        return kind switch
        {
            ReminderKind.CollectionReminder => new CollectionReminderContent
            {
                Cohort = cohort,
                Today = today,
                Student = student,
                TeachingPoint = point,
                ClosesOn = closesOn,
            },
            ReminderKind.PhotoRejected => new PhotoRejectedContent
            {
                Cohort = cohort,
                Today = today,
                Student = student,
                TeachingPoint = point,
                ClosesOn = LastDayFrom(today),
                Reasons = ReasonsOf(student),
            },
            ReminderKind.ProofingReminder => new ProofingReminderContent
            {
                Cohort = cohort,
                Today = today,
                Student = student,
                TeachingPoint = point,
                ExpectedFrom = Wait(cohort.Proofing.MinWait),
                ExpectedUntil = Wait(cohort.Proofing.MaxWait),
            },
            _ => new VerificationReminderContent
            {
                Cohort = cohort,
                Today = today,
                Student = student,
                TeachingPoint = point,
                AnswerBy = calendar.After(today, ReminderPolicy.VerificationEveryWorkingDays).Date,
                RecaptureBy = student.MustRecapture ? LastDayFrom(today) : null,
            },
        };

        DueDate Wait(int wait) => calendar.After(student.ProofingStartsOn!.Value, wait, cohort.Proofing.WaitUnit);

        // Late photos are taken for some days; before, nobody is told of them.
        DateOnly? LastDayFrom(DateOnly day) =>
            day <= closesOn ? closesOn
            : day.DayNumber <= closesOn.DayNumber + cohort.GraceDays ? closesOn.AddDays(cohort.GraceDays)
            : null;
    }

    private static IReadOnlyList<Failure> ReasonsOf(Student student)
    {
        var photo = student.Photo!;
        var found = photo.Findings.Where(finding => photo.FaultCodes.Contains(finding.Code) && finding.Code != FailureCodes.PhotoRefused);
        return photo.FaultCodes.Contains(FailureCodes.PhotoRefused)
            ? [ReviewFailures.Refused(Masking.MaskNumbers(photo.Review?.Reason)), .. found]
            : [.. found];
    }

    private async Task<Result<ReminderContent>> DraftDigestAsync(
        ReminderKey key, ReminderPolicy policy, DateOnly today, CancellationToken cancellationToken)
    {
        var points = await cohorts.FindTeachingPointsAsync(key.Cohort, cancellationToken);
        var point = points.FirstOrDefault(one => one.Code == key.TeachingPoint);
        if (key.TeachingPoint is not null && point is null)
        {
            return ReminderFailures.NotDue;
        }

        var facts = new List<ReminderFacts>();
        foreach (var code in point is null ? points.Select(one => one.Code) : [point.Code])
        {
            facts.AddRange(await students.ListAsync(key.Cohort, code, cancellationToken).ToListAsync(cancellationToken));
        }

        return Objection(policy.ForOffice(key.Kind, facts, today), key.Occasion) is { } objection ? objection
            : key.Kind == ReminderKind.CollectionDigest ? DigestOf(facts, policy, point!, today)
            : new VerificationDigestContent
            {
                Cohort = policy.Cohort,
                Today = today,
                TeachingPoint = point,
                Lines = [.. from student in facts where policy.IsInDigest(key.Kind, student, today) select LineOf(student)],
            };
    }

    private static CollectionDigestContent DigestOf(
        IReadOnlyList<ReminderFacts> students, ReminderPolicy policy, TeachingPoint point, DateOnly today)
    {
        // Whose own window is over cannot be helped by this mail.
        var missing = students.Where(student => student.Collection != CollectionStatus.Accepted && ClosesOn(student) >= today).ToList();
        return new CollectionDigestContent
        {
            Cohort = policy.Cohort,
            Today = today,
            TeachingPoint = point,
            ClosesOn = missing.Min(ClosesOn),
            Awaiting = In(CollectionStatus.Awaiting),
            Rejected = In(CollectionStatus.Rejected),
            InReview = In(CollectionStatus.InReview),
            Unreached =
            [
                .. from student in missing
                   where ReminderPolicy.LeftOut(ReminderKind.CollectionReminder, student) is not null
                   select student.Student.Number,
            ],
        };

        DateOnly ClosesOn(ReminderFacts student) => policy.Cohort.WindowOf(student.Level, point.Code).ClosesOn;

        IReadOnlyList<StudentNumber> In(CollectionStatus status) =>
            [.. missing.Where(student => student.Collection == status).Select(student => student.Student.Number)];
    }

    private static VerificationLine LineOf(ReminderFacts student) => new(
        student.Student.TeachingPoint,
        student.Student.Number,
        student.Verification,
        ChinaTime.DateAt(student.VerificationSince ?? student.EnrolledAt),
        student.MustRecapture,
        !student.HasMail);

    private static Failure? Objection(IReadOnlyList<DueOccasion> occasions, Occasion occasion) =>
        occasions.FirstOrDefault(due => due.Occasion == occasion) is not { IsLive: true } ? ReminderFailures.NotDue
        : occasions[^1].Occasion != occasion ? ReminderFailures.Superseded
        : null;
}
