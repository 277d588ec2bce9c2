using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.Exports;
using PhotoFunctions.Functions.Exports;
using PhotoFunctions.Functions.Pages.Print;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College.Exports;

/// <summary>
/// What leaves the app, asked for by forms. The forms have addresses of their own, not the API's: a refusal is a page here, and an address
/// of the API takes JSON and nothing that a browser sends by itself. What they do is the API's own code.
/// </summary>
internal static class ExportPageEndpoints
{
    private const string Exports = "/dashboard/{cohort}/exports";

    public static void MapExportPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Exports, ShowAsync).ForAdministrators().AsPage();
        pages.MapGet("/desk/{cohort}/{teachingPoint}/lists", ShowOfPointAsync).ForCollege().AsPage();
        pages.MapPost($"{Exports}/envelopes", ListEnvelopesAsync).ForCollege().Audited(AuditAction.EnvelopesExported).AsPage();
        pages.MapPost($"{Exports}/status", ListStatusAsync).ForCollege().Audited(AuditAction.StatusExported).AsPage();
        pages.MapPost($"{Exports}/photos", PackAsync).ForAdministrators().Audited(AuditAction.PhotosExported).AsPage();
        pages.MapPost($"{Exports}/addresses", ListAddressesAsync).ForAdministrators().Audited(AuditAction.AddressesExported).AsPage();
        pages.MapPost($"{Exports}/forms", WriteFormsAsync).ForAdministrators().Audited(AuditAction.FormsExported).AsPage();
    }

    private static async Task<IResult> ShowAsync(
        string cohort, Place place, CollegePages pages, HttpContext context, CancellationToken cancellationToken) =>
        (await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            ? await pages.RenderAsync<ExportsPage>(
                context,
                new PageFrame(ExportsPage.Title) { Cohort = found },
                (nameof(ExportsPage.Cohort), found),
                (nameof(ExportsPage.Point), null))
            : Problems.From(failure);

    private static async Task<IResult> ShowOfPointAsync(
        string cohort, string teachingPoint, Place place, CollegePages pages, HttpContext context, CancellationToken cancellationToken)
    {
        if (!(await place.PointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var here, out var failure))
        {
            return Problems.From(failure);
        }

        var (found, point) = here;
        return await pages.RenderAsync<ExportsPage>(
            context,
            new PageFrame(ExportsPage.Title) { Cohort = found, Point = point },
            (nameof(ExportsPage.Cohort), found),
            (nameof(ExportsPage.Point), point));
    }

    private static async Task<IResult> ListEnvelopesAsync(
        string cohort, HttpRequest http, ExportRequest request, EnvelopeLists lists, PrintFile print, CancellationToken cancellationToken)
    {
        var form = await ExportForm.ReadAsync(http, cancellationToken);
        return await ExportEndpoints.ListEnvelopesAsync(
            cohort, form[ExportForm.Point], form[ExportForm.Format], form.Body, request, lists, print, cancellationToken);
    }

    private static async Task<IResult> ListStatusAsync(
        string cohort, HttpRequest http, ExportRequest request, StudentRows students, CancellationToken cancellationToken)
    {
        var form = await ExportForm.ReadAsync(http, cancellationToken);
        return await ExportEndpoints.ListStatusAsync(
            cohort, form[ExportForm.Point], form[ExportForm.Format], form.Body, request, students, cancellationToken);
    }

    private static async Task<IResult> PackAsync(
        string cohort, HttpRequest http, ExportRequest request, PhotoPackageFile file, CancellationToken cancellationToken)
    {
        var form = await ExportForm.ReadAsync(http, cancellationToken);
        return await ExportEndpoints.PackAsync(
            cohort,
            form[ExportForm.Point],
            form[ExportForm.Profile],
            form[ExportForm.ConfirmedOnly],
            form.Body,
            request,
            file,
            cancellationToken);
    }

    private static async Task<IResult> ListAddressesAsync(
        string cohort,
        HttpRequest http,
        ExportRequest request,
        StudentSummaries summaries,
        PrintFile print,
        CancellationToken cancellationToken)
    {
        var form = await ExportForm.ReadAsync(http, cancellationToken);
        return await ExportEndpoints.ListAddressesAsync(
            cohort, form[ExportForm.Point], form[ExportForm.Format], form.Body, request, summaries, print, cancellationToken);
    }

    private static async Task<IResult> WriteFormsAsync(
        string cohort, HttpRequest http, ExportRequest request, UnitFormFiles forms, CancellationToken cancellationToken)
    {
        var form = await ExportForm.ReadAsync(http, cancellationToken);
        return await UnitFormEndpoints.WriteAllAsync(
            cohort,
            form[ExportForm.Point],
            form[ExportForm.Kind],
            form[ExportForm.Status],
            form[ExportForm.Format],
            form.Body,
            request,
            forms,
            cancellationToken);
    }
}
