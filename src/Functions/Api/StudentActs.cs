using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Verification;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Api;

/// <summary>
/// What people do to one student, whether a program's JSON says it or a page's form: the texts are read, the workflow is called, and what
/// was done is noted for the audit trail. The student comes first, so that what is another teaching point's is not there whatever was sent.
/// </summary>
internal sealed class StudentActs(
    Place place,
    Caller caller,
    AuditNote note,
    PhotoReview review,
    PersonCheck check,
    ProofingActs proofing,
    VerificationActs verification,
    UnitRequests requests,
    IStudentRegister register)
{
    public async Task<Result<Student>> DecideAsync(
        CollectionEvent happened,
        string cohort,
        string number,
        string? sha256,
        string? by,
        string? reason,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !(await place.StudentAsync(cohort, number, cancellationToken)).Succeeded(out var student, out failure)
            || !ReviewAct.Create(happened, sha256, caller.PersonOr(by), reason).Succeeded(out var act, out failure)
            || !(await review.DecideAsync(student.Key, found, act, caller.Actor, cancellationToken)).Succeeded(out var after, out failure))
        {
            return failure;
        }

        (note.Details, note.Person, note.Reason) = (happened.ToString(), act.Person, act.Reason);
        return after;
    }

    public async Task<Result<Student>> ConfirmPersonAsync(
        string cohort, string number, string? sha256, string? by, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, number, cancellationToken)).Succeeded(out var student, out var failure)
        || !ReviewAct.ParseSha256(sha256).Succeeded(out var seen, out failure)
        || !caller.Attribute(by, null, needsReason: false).Succeeded(out var who, out failure)
            ? failure
            : Noted(await check.ConfirmAsync(student.Key, seen, who, cancellationToken), who, seen);

    public async Task<Result<Student>> ProofAsync(
        string cohort, string number, string? name, string? by, string? reason, CancellationToken cancellationToken) =>
        !(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
        || !(await place.StudentAsync(cohort, number, cancellationToken)).Succeeded(out var student, out failure)
        || !ListQuery.Required<ProofingEvent>("event", name).Succeeded(out var happened, out failure)
        || !found.Proofing.Admit(happened, caller.Actor).Succeeded(out happened, out failure)
        || !caller.Attribute(by, reason, needsReason: false).Succeeded(out var who, out failure)
            ? failure
            : Noted(await proofing.RecordAsync(student.Key, happened, who, cancellationToken), who, happened.ToString());

    public async Task<Result<Student>> CorrectProofingAsync(
        string cohort, string number, string? name, string? by, string? reason, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, number, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<ProofingStatus>("status", name).Succeeded(out var status, out failure)
        || !caller.Attribute(by, reason, needsReason: true).Succeeded(out var who, out failure)
            ? failure
            : Noted(await proofing.CorrectAsync(student.Key, status, who, cancellationToken), who, status.ToString());

    public async Task<Result<Student>> VerifyAsync(
        string cohort, string number, string? name, string? by, string? reason, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, number, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<VerificationEvent>("event", name).Succeeded(out var happened, out failure)
        || !caller.Attribute(by, reason, needsReason: true).Succeeded(out var who, out failure)
            ? failure
            : Noted(await verification.RecordAsync(student.Key, happened, who, cancellationToken), who, happened.ToString());

    public async Task<Result<Student>> CorrectVerificationAsync(
        string cohort, string number, string? name, string? by, string? reason, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, number, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<VerificationStatus>("status", name).Succeeded(out var status, out failure)
        || !caller.Attribute(by, reason, needsReason: true).Succeeded(out var who, out failure)
            ? failure
            : Noted(await verification.CorrectAsync(student.Key, status, who, cancellationToken), who, status.ToString());

    public async Task<Result<UnitRequest>> OpenRequestAsync(
        string cohort,
        string number,
        string? kindName,
        string? reasonName,
        string? description,
        string? by,
        CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, number, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<UnitRequestKind>("kind", kindName).Succeeded(out var kind, out failure)
        || !ListQuery.Required<UnitRequestReason>("reason", reasonName).Succeeded(out var reason, out failure)
        || !UnitRequestDraft.Create(kind, reason, description).Succeeded(out var draft, out failure)
        || !caller.Attribute(by, null, needsReason: false).Succeeded(out var who, out failure)
            ? failure
            : Noted(await requests.OpenAsync(student.Key, draft, who, cancellationToken), who);

    public async Task<Result<UnitRequest>> AdvanceRequestAsync(
        string cohort, string number, string id, string? name, string? by, string? reason, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, number, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<UnitRequestStatus>("status", name).Succeeded(out var status, out failure)
        || !caller.Attribute(by, reason, needsReason: false).Succeeded(out var who, out failure)
            ? failure
            : Noted(await requests.AdvanceAsync(student.Key, id, status, who, cancellationToken), who);

    public async Task<Result<Student>> RemoveAsync(
        string cohort, string number, string? by, string? reason, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, number, cancellationToken)).Succeeded(out var student, out var failure)
        || !caller.Attribute(by, reason, needsReason: true).Succeeded(out var who, out failure)
            ? failure
            : Noted(await register.RemoveAsync(student.Key.Cohort, student.Key.Number, who, cancellationToken), who, "");

    private Result<Student> Noted(Result<Student> changed, Attribution by, string details)
    {
        if (changed.Failure is null)
        {
            note.Take(by);
            note.Details = details;
        }

        return changed;
    }

    private Result<UnitRequest> Noted(Result<UnitRequest> changed, Attribution by)
    {
        if (changed.Value is { } request)
        {
            note.Take(by);
            note.Details = $"{request.Kind} {request.Status}";
        }

        return changed;
    }
}
