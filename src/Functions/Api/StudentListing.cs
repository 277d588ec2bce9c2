using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>Lists the students that a caller sees, for programs and for pages.</summary>
internal sealed class StudentListing(Place place, Caller caller, ICohortStore cohorts, StudentLists lists)
{
    /// <summary>A teaching point's students. Failures: those of the place and of the query, <c>continuation-invalid</c>.</summary>
    public async Task<Result<Page<Student>>> ListOfPointAsync(
        string cohort, string teachingPoint, StudentListQuery query, CancellationToken cancellationToken) =>
        !(await place.TeachingPointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out var failure)
        || !query.Filter().Succeeded(out var filter, out failure)
        || !query.Order().Succeeded(out var order, out failure)
        || !ListQuery.Top(query.Top).Succeeded(out var top, out failure)
            ? failure
            : await lists.ListAsync(point, filter, order, top, query.Continuation, cancellationToken);

    /// <summary>A cohort's students. Failures: those of the place and of the query, <c>continuation-invalid</c>.</summary>
    public async Task<Result<Page<Student>>> ListOfCohortAsync(string cohort, StudentListQuery query, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return failure;
        }

        // To a teaching point the cohort is what it sees of it.
        if (caller.TeachingPoint is { } own)
        {
            return await ListOfPointAsync(cohort, own.Value, query, cancellationToken);
        }

        if (!query.Filter().Succeeded(out var filter, out failure)
            || !query.Order().Succeeded(out var order, out failure)
            || !ListQuery.Top(query.Top).Succeeded(out var top, out failure))
        {
            return failure;
        }

        // The service sorts by nothing but keys, and a teaching point's students share a key. Another order would read the whole cohort
        // for every page: 20 transactions and more, where one or two are enough for people who look for somebody.
        if (order != StudentOrder.ByNumber)
        {
            return RequestFailures.Invalid(
                "全届名单只能按教学点和学号排序,其他排序请选择教学点",
                "studentNumber for sort in the list of a whole cohort, which goes by teaching point; ask one of them for another order");
        }

        var points = await cohorts.FindTeachingPointsAsync(found.Code, cancellationToken);
        return await lists.ListAsync(found.Code, points, filter, top, query.Continuation, cancellationToken);
    }
}
