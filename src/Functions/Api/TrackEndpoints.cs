using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Functions.Api;

/// <summary>What people do about one student's proofing, verification and person. Unlocking a photo is a review's act.</summary>
internal static class TrackEndpoints
{
    private const string OfStudent = "/cohorts/{cohort}/students/{studentNumber}";

    public static void MapTracks(this IEndpointRouteBuilder admin)
    {
        admin.MapPost($"{OfStudent}/proofing", ProofAsync);
        admin.MapPost($"{OfStudent}/proofing/correct", CorrectProofingAsync);
        admin.MapPost($"{OfStudent}/verification", VerifyAsync);
        admin.MapPost($"{OfStudent}/verification/correct", CorrectVerificationAsync);
        admin.MapPost($"{OfStudent}/person/confirm", ConfirmAsync);
    }

    private static async Task<IResult> ProofAsync(
        string cohort, string studentNumber, EventBody body, Place place, ProofingActs acts, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<ProofingEvent>("event", body.Event).Succeeded(out var happened, out failure)
        || !By(body.By, body.Reason).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await acts.RecordAsync(student.Key, happened, by, cancellationToken));

    private static async Task<IResult> CorrectProofingAsync(
        string cohort, string studentNumber, StatusBody body, Place place, ProofingActs acts, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<ProofingStatus>("status", body.Status).Succeeded(out var status, out failure)
        || !By(body.By, body.Reason, needsReason: true).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await acts.CorrectAsync(student.Key, status, by, cancellationToken));

    private static async Task<IResult> VerifyAsync(
        string cohort, string studentNumber, EventBody body, Place place, VerificationActs acts, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<VerificationEvent>("event", body.Event).Succeeded(out var happened, out failure)
        || !By(body.By, body.Reason, needsReason: true).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await acts.RecordAsync(student.Key, happened, by, cancellationToken));

    private static async Task<IResult> CorrectVerificationAsync(
        string cohort, string studentNumber, StatusBody body, Place place, VerificationActs acts, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<VerificationStatus>("status", body.Status).Succeeded(out var status, out failure)
        || !By(body.By, body.Reason, needsReason: true).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await acts.CorrectAsync(student.Key, status, by, cancellationToken));

    private static async Task<IResult> ConfirmAsync(
        string cohort, string studentNumber, ConfirmationBody body, Place place, PersonCheck check, CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
        || !ReviewAct.ParseSha256(body.Sha256).Succeeded(out var sha256, out failure)
        || !By(body.By, null).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await check.ConfirmAsync(student.Key, sha256, by, cancellationToken));

    // The only credential there is; who stands behind it is what the body says.
    private static Result<Attribution> By(string? person, string? reason, bool needsReason = false) =>
        Attribution.Create(Actors.Administrator, person, reason, needsReason);

    private static IResult Shown(Result<Student> changed) => changed.Succeeded(out var student, out var failure)
        ? TypedResults.Ok(StudentView.Of(student) with { Photo = PhotoView.Of(student) })
        : Problems.From(failure);

    internal sealed record EventBody(string? Event, string? By, string? Reason = null);

    internal sealed record StatusBody(string? Status, string? By, string? Reason);

    internal sealed record ConfirmationBody(string? Sha256, string? By);
}
