using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>勘误, 补印: what the photo unit is asked for.</summary>
internal static class UnitRequestEndpoints
{
    private const string OfStudent = "/cohorts/{cohort}/students/{studentNumber}/requests";

    public static void MapUnitRequests(this IEndpointRouteBuilder api)
    {
        api.MapGet(OfStudent, ListOfStudentAsync).ForCollege()
            .Describe("listRequestsOfStudent", "One student's requests to the photo unit.")
            .Produces<UnitRequestList>();
        api.MapPost(OfStudent, OpenAsync).ForCollege().Audited(AuditAction.RequestOpened)
            .Describe("openRequest", "Asks the photo unit for an erratum or a reprint.")
            .Names<UnitRequestKind>("kind")
            .Names<UnitRequestReason>("reason")
            .Produces<UnitRequestView>()
            .Refuses(FailureCodes.RequestUnfinished, FailureCodes.TransitionIllegal, FailureCodes.StudentMoving)
            .RefusesTexts();
        api.MapPost($"{OfStudent}/{{id}}", AdvanceAsync).ForCollege().Audited(AuditAction.RequestAdvanced)
            .Describe("advanceRequest", "Says that a request was sent, done, or withdrawn.")
            .Names<UnitRequestStatus>("status")
            .Produces<UnitRequestView>()
            .Refuses(FailureCodes.RequestUnknown, FailureCodes.TransitionIllegal, FailureCodes.StudentMoving)
            .RefusesTexts();
        api.MapGet("/cohorts/{cohort}/teaching-points/{teachingPoint}/requests", ListAsync).ForCollege()
            .Describe("listRequests", "A teaching point's requests to the photo unit.")
            .Names<UnitRequestKind>("kind")
            .Names<UnitRequestStatus>("status")
            .Produces<UnitRequestPage>();
    }

    private static async Task<IResult> ListOfStudentAsync(
        string cohort, string studentNumber, Place place, TableUnitRequestStore requests, CancellationToken cancellationToken) =>
        (await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
            ? TypedResults.Ok(new UnitRequestList(
            [
                .. (await requests.ListAsync(student.Key, cancellationToken)).Select(request => UnitRequestView.Of(studentNumber, request)),
            ]))
            : Problems.From(failure);

    private static async Task<IResult> ListAsync(
        string cohort,
        string teachingPoint,
        string? kind,
        string? status,
        string? top,
        string? continuation,
        Place place,
        StudentDirectory directory,
        CancellationToken cancellationToken)
    {
        if (!(await place.TeachingPointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out var failure)
            || !ListQuery.Name<UnitRequestKind>("kind", kind).Succeeded(out var wantedKind, out failure)
            || !ListQuery.Name<UnitRequestStatus>("status", status).Succeeded(out var wantedStatus, out failure)
            || !ListQuery.Top(top).Succeeded(out var wantedTop, out failure))
        {
            return Problems.From(failure);
        }

        var listed = await directory.ListRequestsAsync(
            point.Cohort, point.Code, wantedKind, wantedStatus, wantedTop, continuation, cancellationToken);
        return listed.Succeeded(out var page, out failure)
            ? TypedResults.Ok(new UnitRequestPage(
                [.. page.Items.Select(item => UnitRequestView.Of(item.StudentNumber, item.Request))], page.Continuation))
            : Problems.From(failure);
    }

    private static async Task<IResult> OpenAsync(
        string cohort, string studentNumber, RequestBody body, StudentActs acts, CancellationToken cancellationToken) => Shown(
            studentNumber,
            await acts.OpenRequestAsync(cohort, studentNumber, body.Kind, body.Reason, body.Description, body.By, cancellationToken));

    private static async Task<IResult> AdvanceAsync(
        string cohort, string studentNumber, string id, AdvanceBody body, StudentActs acts, CancellationToken cancellationToken) => Shown(
            studentNumber,
            await acts.AdvanceRequestAsync(cohort, studentNumber, id, body.Status, body.By, body.Reason, cancellationToken));

    private static IResult Shown(string studentNumber, Result<UnitRequest> changed) =>
        changed.Succeeded(out var request, out var failure)
            ? TypedResults.Ok(UnitRequestView.Of(studentNumber, request))
            : Problems.From(failure);

    internal sealed record RequestBody(string? Kind, string? Reason, string? Description, string? By);

    internal sealed record UnitRequestList(IReadOnlyList<UnitRequestView> Items);

    internal sealed record UnitRequestPage(IReadOnlyList<UnitRequestView> Items, string? Continuation);

    internal sealed record AdvanceBody(string? Status, string? By, string? Reason = null);
}
