using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Exports;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Exports;
using PhotoFunctions.Functions.Pages.Print;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api.Exports;

/// <summary>What leaves the app in files. A POST, because a reason is asked for, and it stands in no address.</summary>
internal static class ExportEndpoints
{
    private const string Exports = "/cohorts/{cohort}/exports";

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        api.MapPost($"{Exports}/photos", PackAsync).ForAdministrators().Audited(AuditAction.PhotosExported)
            .Describe("exportPhotos", "The accepted photos in a zip file, named by the cohort's template, with a manifest.")
            .AnswersFile(PhotoPackageFile.ContentType)
            .RefusesTexts();
        api.MapPost($"{Exports}/envelopes", ListEnvelopesAsync).ForCollege().Audited(AuditAction.EnvelopesExported)
            .Describe("exportEnvelopes", "The prints by class and number, as they go into envelopes.")
            .AnswersTable(hasPage: true);
        api.MapPost($"{Exports}/addresses", ListAddressesAsync).ForAdministrators().Audited(AuditAction.AddressesExported)
            .Describe("exportAddresses", "The addresses of the teaching points, with the number of their prints.")
            .AnswersTable(hasPage: true);
        api.MapPost($"{Exports}/status", ListStatusAsync).ForCollege().Audited(AuditAction.StatusExported)
            .Describe("exportStatus", "Where every student stands, in a table.")
            .AnswersTable(hasPage: false);
        api.MapUnitForms();
    }

    public static async Task<IResult> PackAsync(
        string cohort,
        string? teachingPoint,
        string? profile,
        string? confirmedOnly,
        ExportBody body,
        ExportRequest request,
        PhotoPackageFile file,
        CancellationToken cancellationToken)
    {
        if (!(await request.ReadAsync(cohort, teachingPoint, body, cancellationToken)).Succeeded(out var place, out var failure)
            || !ListQuery.Flag("confirmedOnly", confirmedOnly).Succeeded(out var isConfirmedOnly, out failure)
            || !PhotoPackage.Create(place.Cohort, profile, isConfirmedOnly, place.IsWhole).Succeeded(out var package, out failure))
        {
            return Problems.From(failure);
        }

        request.Tell($"{package.Profile}{(isConfirmedOnly ? " confirmedOnly" : "")}");
        return new ExportFile(
            $"{place.Name}-photos.zip",
            PhotoPackageFile.ContentType,
            (stream, token) => file.WriteAsync(stream, package, place.Points, token));
    }

    public static async Task<IResult> ListEnvelopesAsync(
        string cohort,
        string? teachingPoint,
        string? format,
        ExportBody body,
        ExportRequest request,
        EnvelopeLists lists,
        PrintFile print,
        CancellationToken cancellationToken)
    {
        if (!(await request.ReadAsync(cohort, teachingPoint, body, cancellationToken)).Succeeded(out var place, out var failure)
            || !TableFile.Format(format, hasPage: true).Succeeded(out var wanted, out failure))
        {
            return Problems.From(failure);
        }

        var (name, envelopes) = ($"{place.Name}-envelopes", lists.ListAsync(place.Points, cancellationToken));
        var rows = envelopes.SelectMany(envelope => envelope.Rows());
        return wanted == TableFormat.Html
            ? new ExportFile(
                $"{name}.html", ExportFile.Page, (stream, token) => print.WriteAsync(stream, place.Cohort, envelopes, token))
            : TableFile.Of(name, wanted, new TextTable(Envelope.Name, Envelope.Headings, rows));
    }

    public static async Task<IResult> ListAddressesAsync(
        string cohort,
        string? teachingPoint,
        string? format,
        ExportBody body,
        ExportRequest request,
        StudentSummaries summaries,
        PrintFile print,
        CancellationToken cancellationToken)
    {
        if (!(await request.ReadAsync(cohort, teachingPoint, body, cancellationToken)).Succeeded(out var place, out var failure)
            || !TableFile.Format(format, hasPage: true).Succeeded(out var wanted, out failure))
        {
            return Problems.From(failure);
        }

        // Hundreds at most.
        var readings = await EachTeachingPoint.ReadAsync(
            place.Points, (point, token) => summaries.ReadAsync(place.Cohort, point.Code, token), cancellationToken);
        var points = place.Points
            .Select((point, i) => (Point: point, readings[i].Summary.All.Collection[CollectionStatus.Accepted]))
            .ToList();
        var rows = points.Select(point => AddressList.Row(point.Point, point.Item2));
        return wanted == TableFormat.Html
            ? new ExportFile(
                $"{place.Name}-addresses.html", ExportFile.Page, (stream, token) => print.WriteAsync(stream, place.Cohort, points, token))
            : TableFile.Of($"{place.Name}-addresses", wanted, TextTable.Of(AddressList.Name, AddressList.Headings, rows));
    }

    public static async Task<IResult> ListStatusAsync(
        string cohort,
        string? teachingPoint,
        string? format,
        ExportBody body,
        ExportRequest request,
        StudentRows students,
        CancellationToken cancellationToken)
    {
        if (!(await request.ReadAsync(cohort, teachingPoint, body, cancellationToken)).Succeeded(out var place, out var failure)
            || !TableFile.Format(format).Succeeded(out var wanted, out failure))
        {
            return Problems.From(failure);
        }

        var points = place.Points.ToDictionary(point => point.Code);
        var rows = students.ListAsync(place.Points, cancellationToken)
            .Select(student => StatusList.Row(student, points[student.Key.TeachingPoint]));
        return TableFile.Of($"{place.Name}-status", wanted, new TextTable(StatusList.Name, StatusList.Headings, rows));
    }
}
