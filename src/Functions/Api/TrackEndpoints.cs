using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;

namespace PhotoFunctions.Functions.Api;

/// <summary>What people do about one student's proofing, verification and person. Unlocking a photo is a review's act.</summary>
internal static class TrackEndpoints
{
    private const string OfStudent = "/cohorts/{cohort}/students/{studentNumber}";

    public static void MapTracks(this IEndpointRouteBuilder api)
    {
        api.MapPost($"{OfStudent}/proofing", ProofAsync).ForCollege().Audited(AuditAction.ProofingRecorded)
            .Describe("recordProofing", "What happened to a student's proofing.")
            .Names<ProofingEvent>("event")
            .Produces<StudentView>()
            .Refuses(FailureCodes.TransitionIllegal, FailureCodes.StudentMoving, FailureCodes.ActorNotAllowed)
            .RefusesTexts();
        api.MapPost($"{OfStudent}/proofing/correct", CorrectProofingAsync).ForAdministrators().Audited(AuditAction.ProofingCorrected)
            .Describe("correctProofing", "Sets a wrong status of the proofing right.")
            .Names<ProofingStatus>("status")
            .Produces<StudentView>()
            .Refuses(FailureCodes.TransitionIllegal, FailureCodes.StudentMoving)
            .RefusesTexts();
        api.MapPost($"{OfStudent}/verification", VerifyAsync).ForCollege().Audited(AuditAction.VerificationRecorded)
            .Describe("recordVerification", "What happened to a student's verification.")
            .Names<VerificationEvent>("event")
            .Produces<StudentView>()
            .Refuses(FailureCodes.TransitionIllegal, FailureCodes.StudentMoving, FailureCodes.ActorNotAllowed)
            .RefusesTexts();
        api.MapPost($"{OfStudent}/verification/correct", CorrectVerificationAsync).ForAdministrators()
            .Audited(AuditAction.VerificationCorrected)
            .Describe("correctVerification", "Sets a wrong status of the verification right.")
            .Names<VerificationStatus>("status")
            .Produces<StudentView>()
            .Refuses(FailureCodes.TransitionIllegal, FailureCodes.StudentMoving)
            .RefusesTexts();
        api.MapPost($"{OfStudent}/person/confirm", ConfirmAsync).ForCollege().Audited(AuditAction.PersonConfirmed)
            .Describe("confirmPerson", "The teacher's word that the accepted photo shows the student.")
            .Produces<StudentView>()
            .Refuses(FailureCodes.TransitionIllegal, FailureCodes.StudentMoving, FailureCodes.PhotoChanged, FailureCodes.ActorNotAllowed)
            .RefusesTexts();
    }

    private static async Task<IResult> ProofAsync(
        string cohort, string studentNumber, EventBody body, StudentActs acts, CancellationToken cancellationToken) =>
        Shown(await acts.ProofAsync(cohort, studentNumber, body.Event, body.By, body.Reason, cancellationToken));

    private static async Task<IResult> CorrectProofingAsync(
        string cohort, string studentNumber, StatusBody body, StudentActs acts, CancellationToken cancellationToken) =>
        Shown(await acts.CorrectProofingAsync(cohort, studentNumber, body.Status, body.By, body.Reason, cancellationToken));

    private static async Task<IResult> VerifyAsync(
        string cohort, string studentNumber, EventBody body, StudentActs acts, CancellationToken cancellationToken) =>
        Shown(await acts.VerifyAsync(cohort, studentNumber, body.Event, body.By, body.Reason, cancellationToken));

    private static async Task<IResult> CorrectVerificationAsync(
        string cohort, string studentNumber, StatusBody body, StudentActs acts, CancellationToken cancellationToken) =>
        Shown(await acts.CorrectVerificationAsync(cohort, studentNumber, body.Status, body.By, body.Reason, cancellationToken));

    private static async Task<IResult> ConfirmAsync(
        string cohort, string studentNumber, ConfirmationBody body, StudentActs acts, CancellationToken cancellationToken) =>
        Shown(await acts.ConfirmPersonAsync(cohort, studentNumber, body.Sha256, body.By, cancellationToken));

    private static IResult Shown(Result<Student> changed) =>
        changed.Succeeded(out var student, out var failure)
            ? TypedResults.Ok(StudentView.Of(student) with { Photo = PhotoView.Of(student) })
            : Problems.From(failure);

    internal sealed record EventBody(string? Event, string? By, string? Reason = null);

    internal sealed record StatusBody(string? Status, string? By, string? Reason);

    internal sealed record ConfirmationBody(string? Sha256, string? By);
}
