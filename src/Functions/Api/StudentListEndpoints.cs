using PhotoFunctions.Domain.Cohorts;
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
        Place place,
        StudentLists lists,
        CancellationToken cancellationToken) =>
        (await place.TeachingPointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out var failure)
            ? await ListAsync(point, query, lists, cancellationToken)
            : Problems.From(failure);

    private static async Task<IResult> ListOfCohortAsync(
        string cohort,
        [AsParameters] StudentListQuery query,
        Place place,
        Caller caller,
        ICohortStore cohorts,
        StudentLists lists,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        // To a teaching point the cohort is what it sees of it.
        if (caller.TeachingPoint is { } own)
        {
            return await ListOfPointAsync(cohort, own.Value, query, place, lists, cancellationToken);
        }

        if (!query.Filter().Succeeded(out var filter, out failure)
            || !query.Order().Succeeded(out var order, out failure)
            || !ListQuery.Top(query.Top).Succeeded(out var top, out failure))
        {
            return Problems.From(failure);
        }

        // The service sorts by nothing but keys, and a teaching point's students share a key. Another order would read the whole cohort
        // for every page: 20 transactions and more, where one or two are enough for people who look for somebody.
        if (order != StudentOrder.ByNumber)
        {
            return Problems.From(RequestFailures.Invalid(
                "全届名单只能按教学点和学号排序,其他排序请选择教学点",
                "studentNumber for sort in the list of a whole cohort, which goes by teaching point; ask one of them for another order"));
        }

        var points = await cohorts.FindTeachingPointsAsync(found.Code, cancellationToken);
        return Shown(await lists.ListAsync(found.Code, points, filter, top, query.Continuation, cancellationToken));
    }

    private static async Task<IResult> ListAsync(
        TeachingPoint point, StudentListQuery query, StudentLists lists, CancellationToken cancellationToken) =>
        !query.Filter().Succeeded(out var filter, out var failure)
        || !query.Order().Succeeded(out var order, out failure)
        || !ListQuery.Top(query.Top).Succeeded(out var top, out failure)
            ? Problems.From(failure)
            : Shown(await lists.ListAsync(point, filter, order, top, query.Continuation, cancellationToken));

    private static IResult Shown(Result<Page<Student>> listed) =>
        listed.Succeeded(out var page, out var failure)
            ? TypedResults.Ok(new StudentPageView([.. page.Items.Select(StudentView.Of)], page.Continuation))
            : Problems.From(failure);

    /// <summary>One page, and the token of the next; null at the end.</summary>
    internal sealed record StudentPageView(IReadOnlyList<StudentView> Items, string? Continuation);
}
