using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>What people decide about photos, each an address of its own, and the list of photos that wait for them.</summary>
internal static class ReviewEndpoints
{
    private const string Photo = "/cohorts/{cohort}/students/{studentNumber}/photo";

    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cohorts/{cohort}/reviews", ListAsync).ForCollege()
            .Describe("listReviews", "The photos that wait for a person.")
            .Names<ReviewKind>("kind")
            .Produces<StudentListEndpoints.StudentPageView>();
        MapDecision($"{Photo}/appeal", CollectionEvent.AppealOpened, "appealPhoto", "Questions a rejection.");
        MapDecision($"{Photo}/approve", CollectionEvent.ReviewApproved, "approvePhoto", "Accepts a photo that waits for a person.");
        MapDecision($"{Photo}/refuse", CollectionEvent.ReviewRefused, "refusePhoto", "Refuses a photo that waits for a person.");
        MapDecision($"{Photo}/appeal/grant", CollectionEvent.AppealGranted, "grantAppeal", "Accepts a photo after an appeal.");
        MapDecision($"{Photo}/appeal/deny", CollectionEvent.AppealDenied, "denyAppeal", "Turns an appeal down.");
        MapDecision($"{Photo}/reopen", CollectionEvent.PhotoReopened, "reopenPhoto", "Unlocks an accepted photo.");
        MapDecision($"{Photo}/not-this-person", CollectionEvent.PersonDenied, "denyPerson", "Says that a photo shows somebody else.");

        void MapDecision(string address, CollectionEvent happened, string id, string summary) => api.MapPost(
            address,
            (string cohort,
                string studentNumber,
                ReviewBody body,
                StudentActs acts,
                CancellationToken token) => DecideAsync(happened, cohort, studentNumber, body, acts, token))
            .RequireAuthorization(EventActors.Of(happened).HasFlag(Actors.TeachingPoint) ? Policies.College : Policies.Administrators)
            .Audited(AuditAction.PhotoDecided)
            .Describe(id, summary)
            .Produces<StudentView>()
            .Refuses(
                FailureCodes.TransitionIllegal,
                FailureCodes.PhotoChanged,
                FailureCodes.AppealNotPossible,
                FailureCodes.AppealDecided,
                FailureCodes.OutputsMissing,
                FailureCodes.ActorNotAllowed,
                FailureCodes.StudentMoving)
            .RefusesTexts();
    }

    private static async Task<IResult> ListAsync(
        string cohort,
        string? teachingPoint,
        string? kind,
        string? top,
        string? continuation,
        Place place,
        Caller caller,
        StudentDirectory directory,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !(await PointAsync(place, cohort, teachingPoint ?? caller.TeachingPoint?.Value, cancellationToken)).Succeeded(out var point, out failure)
            || !ListQuery.Name<ReviewKind>("kind", kind).Succeeded(out var wantedKind, out failure)
            || !ListQuery.Top(top).Succeeded(out var wantedTop, out failure))
        {
            return Problems.From(failure);
        }

        var listed = await directory.ListReviewsAsync(found.Code, point.Code, wantedKind, wantedTop, continuation, cancellationToken);
        return listed.Succeeded(out var page, out failure)
            ? TypedResults.Ok(new StudentListEndpoints.StudentPageView([.. page.Items.Select(Shown)], page.Continuation))
            : Problems.From(failure);
    }

    private static async Task<IResult> DecideAsync(
        CollectionEvent happened,
        string cohort,
        string studentNumber,
        ReviewBody body,
        StudentActs acts,
        CancellationToken cancellationToken) =>
        (await acts.DecideAsync(happened, cohort, studentNumber, body.Sha256, body.By, body.Reason, cancellationToken))
            .Succeeded(out var after, out var failure)
            ? TypedResults.Ok(Shown(after))
            : Problems.From(failure);

    // Without a teaching point the list is the whole cohort's, of what the caller sees.
    private static async Task<Result<PointOrAll>> PointAsync(
        Place place, string cohort, string? teachingPoint, CancellationToken cancellationToken)
    {
        if (teachingPoint is null)
        {
            return new PointOrAll(null);
        }

        return (await place.TeachingPointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out var failure)
            ? new PointOrAll(point.Code)
            : failure;
    }

    private static StudentView Shown(Student student) => StudentView.Of(student) with { Photo = PhotoView.Of(student) };

    internal sealed record ReviewBody(string? Sha256, string? By, string? Reason = null);

    private sealed record PointOrAll(TeachingPointCode? Code);
}
