using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Pages.College.FileImports;

/// <summary>
/// Imports with a look ahead: what a file would do is shown first, and only the same bytes are written after that. Both steps post the
/// file; nothing is kept between them.
/// </summary>
internal static class ImportPageEndpoints
{
    private const string Imports = "/dashboard/{cohort}/imports";

    public static void MapImports(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Imports, ListAsync).ForAdministrators().AsPage();
        foreach (var kind in ImportKinds.All)
        {
            var address = $"{Imports}/{kind.Address}";
            pages.MapGet(
                address,
                (string cohort, Place place, CollegePages writer, HttpContext context, CancellationToken token) =>
                    ShowAsync(kind, cohort, place, writer, context, token)).ForAdministrators().AsPage();
            pages.MapPost(
                address,
                (string cohort,
                    Place place,
                    SheetImports imports,
                    AuditNote note,
                    CollegePages writer,
                    HttpContext context,
                    CancellationToken token) => ImportAsync(kind, cohort, place, imports, note, writer, context, token))
                .ForAdministrators().Audited(kind.Action).AsPage();
        }
    }

    private static async Task<IResult> ListAsync(
        string cohort, Place place, CollegePages pages, HttpContext context, CancellationToken cancellationToken) =>
        (await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            ? await pages.RenderAsync<ImportsPage>(
                context,
                new PageFrame(ImportsPage.Title) { Cohort = found },
                (nameof(ImportsPage.Cohort), found),
                (nameof(ImportsPage.Kinds), ImportKinds.All))
            : Problems.From(failure);

    private static async Task<IResult> ShowAsync(
        ImportKind kind, string cohort, Place place, CollegePages pages, HttpContext context, CancellationToken cancellationToken) =>
        (await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            ? await RenderAsync(kind, found, null, pages, context)
            : Problems.From(failure);

    private static async Task<IResult> ImportAsync(
        ImportKind kind,
        string cohort,
        Place place,
        SheetImports imports,
        AuditNote note,
        CollegePages pages,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        // Until a file is written there is nothing to tell.
        note.IsNothing = true;
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        var form = await ImportForm.ReadAsync(context.Request, cancellationToken);
        if (form.Failure is { } refused)
        {
            return await RenderAsync(kind, found, form.Try with { Failure = refused }, pages, context);
        }

        var tried = (await RunAsync(kind, found, form, imports, cancellationToken)).Succeeded(out var report, out failure)
            ? form.Try with { Report = report }
            : form.Try with { Failure = failure };
        return await RenderAsync(kind, found, tried, pages, context);
    }

    private static async Task<Result<ImportReport>> RunAsync(
        ImportKind kind, Cohort cohort, ImportForm form, SheetImports imports, CancellationToken cancellationToken)
    {
        var (content, isDryRun) = (form.Content, !form.Try.IsWriting);
        Failure? failure;
        if (kind.Results is { } results)
        {
            return (await imports.ResultsAsync(results, cohort, content, form.Try.Day, isDryRun, cancellationToken))
                .Succeeded(out var ofResults, out failure) ? ImportReport.Of(ofResults) : failure;
        }

        if (kind == ImportKinds.Roster)
        {
            return (await imports.RosterAsync(cohort, content, isDryRun, cancellationToken)).Succeeded(out var ofRoster, out failure)
                ? ImportReport.Of(ofRoster)
                : failure;
        }

        return (await imports.TeachingPointsAsync(cohort, content, isDryRun, cancellationToken)).Succeeded(out var ofPoints, out failure)
            ? ImportReport.Of(ofPoints)
            : failure;
    }

    private static Task<IResult> RenderAsync(ImportKind kind, Cohort cohort, ImportTry? tried, CollegePages pages, HttpContext context) =>
        pages.RenderAsync<ImportPage>(
            context,
            new PageFrame(ImportPage.TitleOf(kind))
            {
                Cohort = cohort,
                Path = PagePaths.Import(cohort.Code, kind.Address),
                Scripts = ["import.js"],
                Status = tried?.Failure is { } failure ? Problems.StatusOf(failure.Code) : StatusCodes.Status200OK,
            },
            (nameof(ImportPage.Cohort), cohort),
            (nameof(ImportPage.Kind), kind),
            (nameof(ImportPage.Tried), tried));
}
