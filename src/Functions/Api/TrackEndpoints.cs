using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Verification;
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
        string cohort,
        string studentNumber,
        EventBody body,
        Place place,
        Caller caller,
        AuditNote note,
        ProofingActs acts,
        CancellationToken cancellationToken) =>
        !(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
        || !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out failure)
        || !ListQuery.Required<ProofingEvent>("event", body.Event).Succeeded(out var happened, out failure)
        || !found.Proofing.Admit(happened, caller.Actor).Succeeded(out happened, out failure)
        || !caller.Attribute(body.By, body.Reason, needsReason: false).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await acts.RecordAsync(student.Key, happened, by, cancellationToken), note, by, happened.ToString());

    private static async Task<IResult> CorrectProofingAsync(
        string cohort,
        string studentNumber,
        StatusBody body,
        Place place,
        Caller caller,
        AuditNote note,
        ProofingActs acts,
        CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<ProofingStatus>("status", body.Status).Succeeded(out var status, out failure)
        || !caller.Attribute(body.By, body.Reason, needsReason: true).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await acts.CorrectAsync(student.Key, status, by, cancellationToken), note, by, status.ToString());

    private static async Task<IResult> VerifyAsync(
        string cohort,
        string studentNumber,
        EventBody body,
        Place place,
        Caller caller,
        AuditNote note,
        VerificationActs acts,
        CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<VerificationEvent>("event", body.Event).Succeeded(out var happened, out failure)
        || !caller.Attribute(body.By, body.Reason, needsReason: true).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await acts.RecordAsync(student.Key, happened, by, cancellationToken), note, by, happened.ToString());

    private static async Task<IResult> CorrectVerificationAsync(
        string cohort,
        string studentNumber,
        StatusBody body,
        Place place,
        Caller caller,
        AuditNote note,
        VerificationActs acts,
        CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
        || !ListQuery.Required<VerificationStatus>("status", body.Status).Succeeded(out var status, out failure)
        || !caller.Attribute(body.By, body.Reason, needsReason: true).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await acts.CorrectAsync(student.Key, status, by, cancellationToken), note, by, status.ToString());

    private static async Task<IResult> ConfirmAsync(
        string cohort,
        string studentNumber,
        ConfirmationBody body,
        Place place,
        Caller caller,
        AuditNote note,
        PersonCheck check,
        CancellationToken cancellationToken) =>
        !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
        || !ReviewAct.ParseSha256(body.Sha256).Succeeded(out var sha256, out failure)
        || !caller.Attribute(body.By, null, needsReason: false).Succeeded(out var by, out failure)
            ? Problems.From(failure)
            : Shown(await check.ConfirmAsync(student.Key, sha256, by, cancellationToken), note, by, sha256);

    private static IResult Shown(Result<Student> changed, AuditNote note, Attribution by, string details)
    {
        if (!changed.Succeeded(out var student, out var failure))
        {
            return Problems.From(failure);
        }

        note.Take(by);
        note.Details = details;
        return TypedResults.Ok(StudentView.Of(student) with { Photo = PhotoView.Of(student) });
    }

    internal sealed record EventBody(string? Event, string? By, string? Reason = null);

    internal sealed record StatusBody(string? Status, string? By, string? Reason);

    internal sealed record ConfirmationBody(string? Sha256, string? By);
}
