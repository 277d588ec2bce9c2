using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>The lists of students: of a teaching point, and of a cohort.</summary>
internal static class StudentListEndpoints
{
    public static void MapStudentLists(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cohorts/{cohort}/teaching-points/{teachingPoint}/students", ListOfPointAsync).ForCollege()
            .Describe("listStudentsOfTeachingPoint", "The students of a teaching point.").Filtered(StudentOrder.All);
        api.MapGet("/cohorts/{cohort}/students", ListOfCohortAsync).ForCollege()
            .Describe("listStudents", "The students of a cohort that the caller sees.").Filtered([StudentOrder.ByNumber]);
    }

    private static RouteHandlerBuilder Filtered(this RouteHandlerBuilder endpoint, IEnumerable<StudentOrder> orders) => endpoint
        .Names<StudentStage>("stage")
        .Names<CollectionStatus>("collection")
        .Names<ProofingStatus>("proofing")
        .Names<VerificationStatus>("verification")
        .Names<ReviewKind>("review")
        .Names("sort", orders.Select(order => order.Name))
        .Produces<StudentPageView>();

    private static async Task<IResult> ListOfPointAsync(
        string cohort,
        string teachingPoint,
        [AsParameters] StudentListQuery query,
        StudentListing listing,
        CancellationToken cancellationToken) =>
        Shown(await listing.ListOfPointAsync(cohort, teachingPoint, query, cancellationToken));

    private static async Task<IResult> ListOfCohortAsync(
        string cohort, [AsParameters] StudentListQuery query, StudentListing listing, CancellationToken cancellationToken) =>
        Shown(await listing.ListOfCohortAsync(cohort, query, cancellationToken));

    private static IResult Shown(Result<Page<Student>> listed) =>
        listed.Succeeded(out var page, out var failure)
            ? TypedResults.Ok(new StudentPageView([.. page.Items.Select(StudentView.Of)], page.Continuation))
            : Problems.From(failure);

    /// <summary>One page, and the token of the next; null at the end.</summary>
    internal sealed record StudentPageView(IReadOnlyList<StudentView> Items, string? Continuation);
}
