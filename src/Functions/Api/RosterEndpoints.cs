using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Api;

internal static class RosterEndpoints
{
    public static void MapRoster(this IEndpointRouteBuilder admin) => admin.MapPost("/cohorts/{cohort}/roster", ImportAsync);

    private static async Task<IResult> ImportAsync(
        string cohort, HttpRequest request, Place place, RosterImport import, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !(await ReadAsync(request, cancellationToken)).Succeeded(out var rows, out failure)
            || !(await import.ImportAsync(found.Code, rows, cancellationToken)).Succeeded(out var report, out failure))
        {
            return Problems.From(failure);
        }

        return TypedResults.Ok(new
        {
            report.Rows,
            report.Added,
            report.Updated,
            report.Unchanged,
            report.Rejected,
            Errors = report.Errors.Select(Shown),
            Warnings = report.Warnings.Select(Shown),
        });
    }

    private static async Task<Result<IReadOnlyList<RosterRow>>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > RosterFile.MaxBytes)
        {
            return RosterFailures.TooLarge($"{RosterFile.MaxBytes / 1048576} MB");
        }

        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int length;
        while ((length = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + length > RosterFile.MaxBytes)
            {
                return RosterFailures.TooLarge($"{RosterFile.MaxBytes / 1048576} MB");
            }

            content.Write(buffer, 0, length);
        }

        return content.Length == 0 ? RosterFailures.Unreadable : RosterFile.Read(content.ToArray(), cancellationToken);
    }

    private static object Shown(RosterRemark remark) => new
    {
        remark.Row,
        remark.Failure.Code,
        MessageZh = remark.Failure.Message.Chinese,
        MessageEn = remark.Failure.Message.English,
    };
}
