using System.Diagnostics;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>Decides what asking the photo unit, and hearing from it, does to a student.</summary>
public static class UnitRequestDecider
{
    private const Actors College = Actors.TeachingPoint | Actors.Administrator;

    private static readonly HashSet<(UnitRequestStatus From, UnitRequestStatus To)> Steps =
    [
        (UnitRequestStatus.Open, UnitRequestStatus.Sent),
        (UnitRequestStatus.Open, UnitRequestStatus.Withdrawn),
        (UnitRequestStatus.Sent, UnitRequestStatus.Done),
        (UnitRequestStatus.Sent, UnitRequestStatus.Withdrawn),
    ];

    /// <summary>
    /// Asks. The same in the same words, while it is not finished, is the same request: a caller whose answer was lost may repeat it. An
    /// erratum for a disputed proofing moves it on to being corrected. Failures: <c>actor-not-allowed</c>, <c>request-unfinished</c>.
    /// </summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="requests">The student's requests.</param>
    /// <param name="draft">What is asked.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The decision, or the failure.</returns>
    public static Result<UnitRequestDecision> Open(
        Student student, IReadOnlyList<UnitRequest> requests, UnitRequestDraft draft, Attribution by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Objection(College) is { } objection)
        {
            return objection;
        }

        if (requests.FirstOrDefault(request => IsForSameReason(request, draft)) is { } known)
        {
            return known.Description == draft.Description
                ? new UnitRequestDecision(known, StudentChange.None(student))
                : UnitRequestFailures.Unfinished(known.Id);
        }

        // It tells the student's requests apart.
        var asked = requests.Count > 0 && at <= requests[^1].At ? requests[^1].At.AddTicks(1) : at;
        var request = new UnitRequest
        {
            At = asked,
            Kind = draft.Kind,
            Reason = draft.Reason,
            Description = draft.Description,
            Person = by.Person ?? "",
            StatusSince = asked,
        };
        return Decision(student, request, EventOf(student, request, requests), $"{draft.Kind}Requested", by, at);
    }

    /// <summary>
    /// Tells where a request stands. Where it stands already, nothing changes. When the last erratum is done the student has to look again;
    /// when it is withdrawn the picture is disputed as before.
    /// Failures: <c>actor-not-allowed</c>, <c>request-unknown</c>, <c>transition-illegal</c>.
    /// </summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="requests">The student's requests.</param>
    /// <param name="id">The request's id.</param>
    /// <param name="to">Where it stands now.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The decision, or the failure.</returns>
    public static Result<UnitRequestDecision> Advance(
        Student student,
        IReadOnlyList<UnitRequest> requests,
        string id,
        UnitRequestStatus to,
        Attribution by,
        DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Objection(College) is { } objection)
        {
            return objection;
        }

        if (requests.FirstOrDefault(request => request.Id == id) is not { } found)
        {
            return UnitRequestFailures.Unknown;
        }

        if (found.Status == to)
        {
            return new UnitRequestDecision(found, StudentChange.None(student));
        }

        if (!Steps.Contains((found.Status, to)))
        {
            return UnitRequestFailures.Step(found.Status, to);
        }

        var request = found with { Status = to, StatusSince = at };
        return Decision(student, request, EventOf(student, request, requests), $"{found.Kind}{to}", by, at);
    }

    /// <summary>Where a request can go from a status.</summary>
    /// <param name="status">Where it stands.</param>
    /// <returns>The statuses that may follow; none for a finished one.</returns>
    public static IReadOnlyList<UnitRequestStatus> StepsFrom(UnitRequestStatus status) =>
        [.. Steps.Where(step => step.From == status).Select(step => step.To)];

    private static bool IsForSameReason(UnitRequest request, UnitRequestDraft draft) =>
        request.Kind == draft.Kind && request.Reason == draft.Reason && request.IsUnfinished;

    // What a request that has just come to stand there does to the proofing; others may be under way beside it.
    private static ProofingEvent? EventOf(Student student, UnitRequest request, IReadOnlyList<UnitRequest> known) =>
        request.Kind != UnitRequestKind.Erratum ? null
        : request.IsUnfinished ? student.Proofing == ProofingStatus.Disputed ? ProofingEvent.CorrectionRequested : null
        : student.Proofing != ProofingStatus.Correcting || known.Any(other => IsOtherErratum(other, request)) ? null
        : request.Status == UnitRequestStatus.Done ? ProofingEvent.CorrectionMade
        : ProofingEvent.CorrectionWithdrawn;

    private static bool IsOtherErratum(UnitRequest other, UnitRequest request) =>
        other.Kind == UnitRequestKind.Erratum && other.IsUnfinished && other.Id != request.Id;

    private static UnitRequestDecision Decision(
        Student student, UnitRequest request, ProofingEvent? happened, string told, Attribution by, DateTimeOffset at)
    {
        var line = by.Line(at, told, details: request.Reason.ToString());
        if (happened is null)
        {
            return new UnitRequestDecision(request, StudentChange.To(student, line));
        }

        return ProofingDecider.Decide(student, happened.Value, by, at).Succeeded(out var moved, out var failure)
            ? new UnitRequestDecision(request, StudentChange.To(moved.Student, [line, .. moved.History]))
            : throw new UnreachableException(failure.Message.English);
    }
}
