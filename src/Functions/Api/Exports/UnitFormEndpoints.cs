using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Exports;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Exports;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api.Exports;

/// <summary>勘误表, 补印: forms for the photo unit, each about one case.</summary>
internal static class UnitFormEndpoints
{
    private const string OfStudent = "/cohorts/{cohort}/students/{studentNumber}";

    public static void MapUnitForms(this IEndpointRouteBuilder api)
    {
        api.MapPost($"{OfStudent}/requests/{{id}}/form", WriteAsync).ForAdministrators().Audited(AuditAction.FormsExported)
            .Describe("exportForm", "One request as the form that the photo unit takes.")
            .AnswersTable(hasPage: false)
            .Refuses(FailureCodes.RequestUnknown);
        api.MapPost("/cohorts/{cohort}/exports/forms", WriteAllAsync).ForAdministrators().Audited(AuditAction.FormsExported)
            .Describe("exportForms", "The forms of all requests of a kind in a zip file, each about one case.")
            .Names<UnitRequestKind>("kind").Names<UnitRequestStatus>("status").AnswersTable(hasPage: false)
            .AnswersFile(PhotoPackageFile.ContentType);
    }

    private static async Task<IResult> WriteAsync(
        string cohort,
        string studentNumber,
        string id,
        string? format,
        ExportBody body,
        Place place,
        ExportRequest request,
        ICohortStore cohorts,
        TableUnitRequestStore requests,
        CancellationToken cancellationToken)
    {
        if (!(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure)
            || !TableFile.Format(format).Succeeded(out var wanted, out failure)
            || !(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out failure)
            || !(await place.TeachingPointAsync(cohort, student.Key.TeachingPoint.Value, cancellationToken))
                .Succeeded(out var point, out failure))
        {
            return Problems.From(failure);
        }

        if (request.Unexplained(body) is { } unexplained)
        {
            return Problems.From(unexplained);
        }

        var asked = (await requests.ListAsync(student.Key, cancellationToken)).FirstOrDefault(request => request.Id == id);
        if (asked is null)
        {
            return Problems.From(UnitRequestFailures.Unknown);
        }

        request.Tell($"{asked.Kind} {asked.Id}");
        return TableFile.Of(UnitForm.FileName(student.Key, asked), wanted, UnitFormFiles.Form(found, point, student, asked));
    }

    public static async Task<IResult> WriteAllAsync(
        string cohort,
        string? teachingPoint,
        string? kind,
        string? status,
        string? format,
        ExportBody body,
        ExportRequest request,
        UnitFormFiles forms,
        CancellationToken cancellationToken)
    {
        if (!(await request.ReadAsync(cohort, teachingPoint, body, cancellationToken)).Succeeded(out var place, out var failure)
            || !ListQuery.Required<UnitRequestKind>("kind", kind).Succeeded(out var wantedKind, out failure)
            || !ListQuery.Name<UnitRequestStatus>("status", status).Succeeded(out var wantedStatus, out failure)
            || !TableFile.Format(format).Succeeded(out var wantedFormat, out failure))
        {
            return Problems.From(failure);
        }

        var wanted = (wantedKind, wantedStatus ?? UnitRequestStatus.Open);
        request.Tell($"{wanted.wantedKind} {wanted.Item2}");
        return new ExportFile(
            $"{place.Name}-{(wantedKind == UnitRequestKind.Erratum ? "erratum" : "reprint")}-forms.zip",
            PhotoPackageFile.ContentType,
            (stream, token) => forms.WriteAsync(stream, place.Cohort, place.Points, wanted, wantedFormat, token));
    }
}
