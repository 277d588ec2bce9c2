using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>Decides what moves a student's proofing (docs/decisions/0013).</summary>
public static class ProofingDecider
{
    /// <summary>The event of a line that tells of an approval; it moves no track.</summary>
    public const string CaptureApproved = "CaptureApproved";

    /// <summary>
    /// Somebody's act. One that leads to where the student stands already changes nothing: a caller whose answer was lost may repeat it.
    /// Failures: <c>actor-not-allowed</c>, <c>transition-illegal</c>.
    /// </summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="by">Who causes it.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change, or the failure.</returns>
    public static Result<StudentChange> Decide(Student student, ProofingEvent happened, Attribution by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Objection(EventActors.Of(happened)) is { } objection)
        {
            return objection;
        }

        if (student.Proofing == StudentLifecycle.TargetOf(happened))
        {
            return StudentChange.None(student);
        }

        if (!StudentLifecycle.Apply(student.Proofing, happened).Succeeded(out var status, out var failure))
        {
            return failure;
        }

        var known = happened switch
        {
            ProofingEvent.PictureConfirmed or ProofingEvent.PictureDisputed => new KnownResult<ProofingStatus>(status, at),
            ProofingEvent.ProofingFellDue => student.ProofingResult,
            _ => new KnownResult<ProofingStatus>(student.ProofingResult?.Status, at),
        };
        return Move(student with { ProofingResult = known }, happened.ToString(), status, by, at);
    }

    /// <summary>
    /// A student's answer to the question as it was asked. Whatever happened to the proofing since has used the question up. Failure:
    /// <c>link-used</c>.
    /// </summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="askedAt">Since when the proofing stood as it did when the question was asked; null while it had never moved.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change, or the failure.</returns>
    public static Result<StudentChange> Answer(Student student, ProofingAnswer answer, DateTimeOffset? askedAt, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        if (!IsAsked(student, askedAt))
        {
            return ReminderFailures.LinkUsed;
        }

        var happened = ProofingAnswers.EventOf(answer);
        var status = StudentLifecycle.TargetOf(happened);
        var details = answer == ProofingAnswer.Correct ? "" : ProofingAnswers.CodeOf(answer);
        return Move(
            student with { ProofingResult = new KnownResult<ProofingStatus>(status, at) },
            happened.ToString(), status, Attribution.Student, at, details: details);
    }

    /// <summary>Whether the question stands open as it was asked.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="askedAt">Since when the proofing stood as it did when the question was asked; null while it had never moved.</param>
    /// <returns>True while nobody has answered, and nothing else has happened to the proofing.</returns>
    public static bool IsAsked(Student student, DateTimeOffset? askedAt)
    {
        ArgumentNullException.ThrowIfNull(student);
        return student.Proofing is ProofingStatus.NotDue or ProofingStatus.Due && student.ProofingSince == askedAt;
    }

    /// <summary>Sets a wrong status right. Failures: <c>actor-not-allowed</c>, <c>transition-illegal</c>.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="to">The status that is right.</param>
    /// <param name="by">The administrator, with a reason.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change, or the failure.</returns>
    public static Result<StudentChange> Correct(Student student, ProofingStatus to, Attribution by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Objection(Actors.Administrator) is { } objection)
        {
            return objection;
        }

        if (!StudentLifecycle.Correct(student.Proofing, to).Succeeded(out var status, out var failure))
        {
            return failure;
        }

        var known = new KnownResult<ProofingStatus>(student.ProofingResult?.Status, at);
        return Move(student with { ProofingResult = known }, StudentHistory.ProofingCorrected, status, by, at);
    }

    /// <summary>What a file says that the student found.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="result">Confirmed or disputed.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>What the row does; or the failure <c>transition-illegal</c>.</returns>
    public static Result<ResultDecision> Import(Student student, ImportedResult<ProofingStatus> result, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(result);
        var news = result.Beside(student.ProofingResult);
        if (news == ResultNews.Older)
        {
            return new ResultDecision(ResultOutcome.Older, StudentChange.None(student));
        }

        if (news == ResultNews.Repeated && student.Proofing != result.Status)
        {
            return new ResultDecision(ResultOutcome.Unchanged, StudentChange.None(student), ResultFailures.Repeated(result.Status, student.Proofing));
        }

        var informed = student with { ProofingResult = new KnownResult<ProofingStatus>(result.Status, result.At) };
        if (student.Proofing == result.Status)
        {
            var change = informed.ProofingResult == student.ProofingResult ? StudentChange.None(student) : StudentChange.To(informed);
            return new ResultDecision(ResultOutcome.Unchanged, change);
        }

        var happened = result.Status == ProofingStatus.Confirmed ? ProofingEvent.PictureConfirmed : ProofingEvent.PictureDisputed;
        return StudentLifecycle.Apply(student.Proofing, happened).Succeeded(out var status, out var failure)
            ? new ResultDecision(
                ResultOutcome.Applied, Move(informed, happened.ToString(), status, Attribution.Import, at, ChinaTime.DateAt(result.At)))
            : failure;
    }

    /// <summary>The day on which the capture unit approved the photo; it may start the proofing.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="approvedOn">The day.</param>
    /// <param name="start">From when the cohort's proofing counts.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>What the row does.</returns>
    public static ResultDecision Approve(Student student, DateOnly approvedOn, ProofingStart start, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        if (student.CaptureApprovedOn >= approvedOn)
        {
            var outcome = student.CaptureApprovedOn == approvedOn ? ResultOutcome.Unchanged : ResultOutcome.Older;
            return new ResultDecision(outcome, StudentChange.None(student));
        }

        var approved = student with { CaptureApprovedOn = approvedOn };
        var startsProofing = start == ProofingStart.CaptureApproval;
        if (startsProofing && student.Proofing == ProofingStatus.NotDue)
        {
            return new ResultDecision(ResultOutcome.Applied, FallDue(approved, approvedOn, Attribution.Import, at));
        }

        var isWaiting = startsProofing && student.Proofing == ProofingStatus.Due;
        var change = StudentChange.To(
            isWaiting ? approved with { ProofingStartsOn = approvedOn } : approved,
            Attribution.Import.Line(at, CaptureApproved, details: $"{approvedOn:yyyy-MM-dd}"));
        return new ResultDecision(ResultOutcome.Applied, change);
    }

    internal static StudentChange FallDue(Student student, DateOnly startsOn, Attribution by, DateTimeOffset at) =>
        Move(student, nameof(ProofingEvent.ProofingFellDue), ProofingStatus.Due, by, at, startsOn);

    private static StudentChange Move(
        Student student,
        string happened,
        ProofingStatus to,
        Attribution by,
        DateTimeOffset at,
        DateOnly? asOf = null,
        string details = "")
    {
        // The history is read in the order of its dates, and two machines' clocks differ.
        var since = student.ProofingSince is { } last && at <= last ? last.AddTicks(1) : at;
        return StudentChange.To(
            student with
            {
                Proofing = to,
                ProofingSince = since,
                ProofingStartsOn = to == ProofingStatus.Due ? asOf ?? ChinaTime.DateAt(at) : student.ProofingStartsOn,
            },
            by.Line(since, happened, student.Proofing.ToString(), to.ToString(), asOf is { } day ? $"{day:yyyy-MM-dd}" : details));
    }
}
