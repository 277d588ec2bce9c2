using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Verification;

/// <summary>Decides what moves a student's verification (docs/decisions/0013).</summary>
public static class VerificationDecider
{
    /// <summary>
    /// Somebody's act. One that leads to where the student stands already changes nothing: a caller whose answer was lost may repeat it.
    /// Failures: <c>actor-not-allowed</c>, <c>transition-illegal</c>.
    /// </summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="by">Who causes it.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change, or the failure.</returns>
    public static Result<StudentChange> Decide(Student student, VerificationEvent happened, Attribution by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Objection(EventActors.Of(happened)) is { } objection)
        {
            return objection;
        }

        if (happened == VerificationEvent.RecaptureRequired)
        {
            return RequireRecapture(student, by, at);
        }

        if (student.Verification == StudentLifecycle.TargetOf(happened))
        {
            return StudentChange.None(student);
        }

        if (!StudentLifecycle.Apply(student.Verification, happened).Succeeded(out var status, out var failure))
        {
            return failure;
        }

        var reported = happened == VerificationEvent.IdentityReviewOpened ? student.VerificationResult?.Status : status;
        return Move(Informed(student, reported, at), happened.ToString(), status, by, at);
    }

    /// <summary>Sets a wrong status right. Failures: <c>actor-not-allowed</c>, <c>transition-illegal</c>.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="to">The status that is right.</param>
    /// <param name="by">The administrator, with a reason.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change, or the failure.</returns>
    public static Result<StudentChange> Correct(Student student, VerificationStatus to, Attribution by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Objection(Actors.Administrator) is { } objection)
        {
            return objection;
        }

        return StudentLifecycle.Correct(student.Verification, to).Succeeded(out var status, out var failure)
            ? Move(Informed(student, student.VerificationResult?.Status, at), StudentHistory.VerificationCorrected, status, by, at)
            : failure;
    }

    /// <summary>
    /// 补采: the verification of an earlier photo failed, as the roster says. Failures: <c>actor-not-allowed</c>,
    /// <c>transition-illegal</c> for a student whose verification has moved elsewhere already.
    /// </summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="by">Who says so: <see cref="Attribution.Import"/> for a roster.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change, none when that is known; or the failure.</returns>
    public static Result<StudentChange> RequireRecapture(Student student, Attribution by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Objection(EventActors.Of(VerificationEvent.RecaptureRequired)) is { } objection)
        {
            return objection;
        }

        if (student.MustRecapture)
        {
            return StudentChange.None(student);
        }

        const string Told = nameof(VerificationEvent.RecaptureRequired);
        var flagged = student with { MustRecapture = true };
        return !Recaptured(student.Verification).Succeeded(out var status, out var failure) ? failure
            : student.Verification == status ? StudentChange.To(flagged, by.Line(at, Told))
            : Move(Informed(flagged, status, at), Told, status, by, at);
    }

    /// <summary>What a file says that the authority found.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="result">The verdict.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>What the row does; or the failure <c>transition-illegal</c>.</returns>
    public static Result<ResultDecision> Import(Student student, ImportedResult<VerificationStatus> result, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(result);
        if (student.Verification == VerificationStatus.Filed)
        {
            // The column of the automatic comparison goes on saying what it said before the case was closed.
            return new ResultDecision(ResultOutcome.Unchanged, StudentChange.None(student));
        }

        // Closing a case counts whenever we hear of it.
        var closes = result.Status == VerificationStatus.Filed && student.VerificationResult?.Status != VerificationStatus.Filed;
        var news = closes ? ResultNews.News : result.Beside(student.VerificationResult);
        if (news == ResultNews.Older)
        {
            return new ResultDecision(ResultOutcome.Older, StudentChange.None(student));
        }

        if (news == ResultNews.Repeated && student.Verification != result.Status)
        {
            return new ResultDecision(ResultOutcome.Unchanged, StudentChange.None(student), ResultFailures.Repeated(result.Status, student.Verification));
        }

        var informed = Informed(student, result.Status, result.At);
        var isOutdated = IsAboutEarlierPhoto(informed);
        if (student.Verification == (isOutdated ? VerificationStatus.Pending : result.Status))
        {
            var isKnown = informed.VerificationResult == student.VerificationResult;
            return new ResultDecision(
                ResultOutcome.Unchanged,
                isKnown ? StudentChange.None(student) : StudentChange.To(informed),
                isOutdated ? ResultFailures.Repeated(result.Status, student.Verification) : null);
        }

        return Follow(informed, result, at);
    }

    /// <summary>Where 补采 leads. Failure: <c>transition-illegal</c>.</summary>
    internal static Result<VerificationStatus> Recaptured(VerificationStatus status) => status == VerificationStatus.Failed
        ? status
        : StudentLifecycle.Apply(status, VerificationEvent.RecaptureRequired);

    /// <summary>Forgets a verdict about the earlier photo, once the one that had to be taken again is accepted; null for nothing.</summary>
    internal static StudentChange? Renew(Student student, DateTimeOffset at) =>
        student.Verification == VerificationStatus.Failed && IsAboutEarlierPhoto(student)
            ? Move(student, nameof(VerificationEvent.PhotoRenewed), VerificationStatus.Pending, Attribution.Pipeline, at)
            : null;

    private static Result<ResultDecision> Follow(Student student, ImportedResult<VerificationStatus> result, DateTimeOffset at)
    {
        var happened = EventOf(result.Status);
        if (!StudentLifecycle.Apply(student.Verification, happened).Succeeded(out var status, out var failure))
        {
            return failure;
        }

        var moved = Move(student, happened.ToString(), status, Attribution.Import, at, ChinaTime.DateAt(result.At));
        return new ResultDecision(
            ResultOutcome.Applied,
            Renew(moved.Student, at) is { } renewed
                ? StudentChange.To(renewed.Student, [.. moved.History, .. renewed.History])
                : moved);
    }

    // A verdict of before the new photo was accepted is about the earlier one. A photo that was taken back, and accepted again, is not new.
    private static bool IsAboutEarlierPhoto(Student student) =>
        student is { MustRecapture: true, Collection: CollectionStatus.Accepted }
        && student.VerificationResult is { Status: VerificationStatus.Failed } known
        && known.At <= (student.Photo?.AcceptedAt ?? student.CollectionSince);

    private static Student Informed(Student student, VerificationStatus? status, DateTimeOffset at) =>
        student with { VerificationResult = new KnownResult<VerificationStatus>(status, at) };

    private static VerificationEvent EventOf(VerificationStatus status) => status switch
    {
        VerificationStatus.Passed => VerificationEvent.IdentityPassed,
        VerificationStatus.Failed => VerificationEvent.IdentityFailed,
        VerificationStatus.Uncertain => VerificationEvent.IdentityUncertain,
        VerificationStatus.Abnormal => VerificationEvent.IdentityAbnormal,
        VerificationStatus.InReview => VerificationEvent.IdentityInReview,
        VerificationStatus.Filed => VerificationEvent.IdentityFiled,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static StudentChange Move(
        Student student, string happened, VerificationStatus to, Attribution by, DateTimeOffset at, DateOnly? asOf = null)
    {
        // The history is read in the order of its dates, and two machines' clocks differ.
        var since = student.VerificationSince is { } last && at <= last ? last.AddTicks(1) : at;
        return StudentChange.To(
            student with { Verification = to, VerificationSince = since },
            by.Line(since, happened, student.Verification.ToString(), to.ToString(), asOf is { } day ? $"{day:yyyy-MM-dd}" : ""));
    }
}
