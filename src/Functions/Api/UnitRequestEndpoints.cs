using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>勘误, 补印: what the photo unit is asked for.</summary>
internal static class UnitRequestEndpoints
{
    private const string OfStudent = "/cohorts/{cohort}/students/{studentNumber}/requests";

    public static void MapUnitRequests(this IEndpointRouteBuilder api)
    {
        api.MapGet(OfStudent, ListOfStudentAsync).ForCollege();
        api.MapPost(OfStudent, OpenAsync).ForCollege().Audited(AuditAction.RequestOpened);
        api.MapPost($"{OfStudent}/{{id}}", AdvanceAsync).ForCollege().Audited(AuditAction.RequestAdvanced);
        api.MapGet("/cohorts/{cohort}/teaching-points/{teachingPoint}/requests", ListAsync).ForCollege();
    }

    private static async Task<IResult> ListOfStudentAsync(
        string cohort, string studentNumber, Place place, TableUnitRequestStore requests, CancellationToken cancellationToken) =>
        (await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
            ? TypedResults.Ok(new
            {
                Items = (await requests.ListAsync(student.Key, cancellationToken)).Select(request => Shown(studentNumber, request)),
            })
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
            ? TypedResults.Ok(new { Items = page.Items.Select(item => Shown(item.StudentNumber, item.Request)), page.Continuation })
            : Problems.From(failure);
    }

    private static async Task<IResult> OpenAsync(
        string cohort,
        string studentNumber,
        RequestBody body,
        Place place,
        Caller caller,
        AuditNote note,
        UnitRequests requests,
        CancellationToken cancellationToken)
    {
        if (!(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
            || !ListQuery.Required<UnitRequestKind>("kind", body.Kind).Succeeded(out var kind, out failure)
            || !ListQuery.Required<UnitRequestReason>("reason", body.Reason).Succeeded(out var reason, out failure)
            || !UnitRequestDraft.Create(kind, reason, body.Description).Succeeded(out var draft, out failure)
            || !caller.Attribute(body.By, null, needsReason: false).Succeeded(out var by, out failure)
            || !(await requests.OpenAsync(student.Key, draft, by, cancellationToken)).Succeeded(out var request, out failure))
        {
            return Problems.From(failure);
        }

        note.Take(by);
        note.Details = $"{request.Kind} {request.Status}";
        return TypedResults.Ok(Shown(studentNumber, request));
    }

    private static async Task<IResult> AdvanceAsync(
        string cohort,
        string studentNumber,
        string id,
        AdvanceBody body,
        Place place,
        Caller caller,
        AuditNote note,
        UnitRequests requests,
        CancellationToken cancellationToken)
    {
        if (!(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
            || !ListQuery.Required<UnitRequestStatus>("status", body.Status).Succeeded(out var status, out failure)
            || !caller.Attribute(body.By, body.Reason, needsReason: false).Succeeded(out var by, out failure)
            || !(await requests.AdvanceAsync(student.Key, id, status, by, cancellationToken))
                .Succeeded(out var request, out failure))
        {
            return Problems.From(failure);
        }

        note.Take(by);
        note.Details = $"{request.Kind} {request.Status}";
        return TypedResults.Ok(Shown(studentNumber, request));
    }

    private static object Shown(string studentNumber, UnitRequest request) => new
    {
        request.Id,
        StudentNumber = studentNumber,
        request.Kind,
        request.Reason,
        request.Description,
        request.Status,
        request.StatusSince,
        RequestedAt = request.At,
        RequestedBy = request.Person,
    };

    internal sealed record RequestBody(string? Kind, string? Reason, string? Description, string? By);

    internal sealed record AdvanceBody(string? Status, string? By, string? Reason = null);
}
