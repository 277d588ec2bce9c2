using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Links;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api.Visits;

/// <summary>Finds the student of a link, wherever in the cohort the student is by now.</summary>
internal sealed class StudentVisits(StudentLinks links, StudentQuota quota, ICohortStore cohorts, StudentDirectory directory)
{
    /// <summary>
    /// Storage is asked only behind a good signature. Failures: <c>link-invalid</c>, <c>link-expired</c>, <c>quota-exceeded</c>,
    /// <c>cohort-unknown</c>, <c>student-number-unknown</c>.
    /// </summary>
    public async Task<Result<StudentVisit>> FindAsync(LinkPurpose purpose, string token, CancellationToken cancellationToken)
    {
        if (!(await links.ReadAsync(purpose, token, cancellationToken)).Succeeded(out var link, out var failure))
        {
            return quota.AdmitsStranger() ? failure : AccessFailures.QuotaExceeded;
        }

        return quota.Admits(link) ? await FindAsync(link, cancellationToken) : AccessFailures.QuotaExceeded;
    }

    /// <summary>The same student again. Failures: <c>cohort-unknown</c>, <c>student-number-unknown</c>.</summary>
    public async Task<Result<StudentVisit>> FindAsync(StudentLink link, CancellationToken cancellationToken)
    {
        if (await cohorts.FindAsync(link.Student.Cohort, cancellationToken) is not { } cohort)
        {
            return CohortFailures.CohortUnknown;
        }

        return await directory.FindStudentAsync(cohort.Code, link.Student.Number, within: null, cancellationToken) is { } student
            ? new StudentVisit(
                link, cohort, await cohorts.FindTeachingPointAsync(cohort.Code, student.Key.TeachingPoint, cancellationToken), student)
            : RosterFailures.StudentNumberUnknown;
    }
}
