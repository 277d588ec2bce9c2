using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>The list of students as a page.</summary>
internal static class StudentListPageEndpoints
{
    public static void MapStudentListPage(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/dashboard/{cohort}/students", ShowAsync).ForCollege().AsPage();

    private static async Task<IResult> ShowAsync(
        string cohort,
        Place place,
        Caller caller,
        ICohortStore cohorts,
        StudentListing listing,
        CollegePages pages,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        var filter = StudentListFilter.Of(context.Request.Query);
        var wanted = caller.TeachingPoint?.Value ?? filter.TeachingPoint;
        var listed = wanted is null
            ? await listing.ListOfCohortAsync(cohort, filter.Query(isOfPoint: false), cancellationToken)
            : await listing.ListOfPointAsync(cohort, wanted, filter.Query(isOfPoint: true), cancellationToken);
        var own = caller.TeachingPoint is { } point ? await cohorts.FindTeachingPointAsync(found.Code, point, cancellationToken) : null;
        return await pages.RenderAsync<StudentListPage>(
            context,
            new PageFrame(StudentListPage.Title)
            {
                Cohort = found,
                Point = own,
                Status = listed.Failure is { } refused ? Problems.StatusOf(refused.Code) : StatusCodes.Status200OK,
            },
            (nameof(StudentListPage.Cohort), found),
            (nameof(StudentListPage.Points), own is null ? await cohorts.FindTeachingPointsAsync(found.Code, cancellationToken) : []),
            (nameof(StudentListPage.Filter), filter),
            (nameof(StudentListPage.Students), listed.Value?.Items ?? []),
            (nameof(StudentListPage.Next), listed.Value?.Continuation),
            (nameof(StudentListPage.Removed), StudentNumber.Parse(context.Request.Query["removed"]).Value),
            (nameof(StudentListPage.Failure), listed.Failure));
    }
}
