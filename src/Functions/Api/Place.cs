using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>Reads the cohort, the teaching point or the student of an address, and holds them against what is stored.</summary>
internal sealed class Place(ICohortStore cohorts, StudentDirectory directory)
{
    /// <summary>Failures: <c>code-shape</c>, <c>cohort-unknown</c>.</summary>
    public async Task<Result<Cohort>> CohortAsync(string cohort, CancellationToken cancellationToken)
    {
        if (!CohortCode.Parse(cohort).Succeeded(out var code, out var failure))
        {
            return failure;
        }

        return await cohorts.FindAsync(code, cancellationToken) is { } found ? found : CohortFailures.CohortUnknown;
    }

    /// <summary>Failures: <c>code-shape</c>, <c>cohort-unknown</c>, <c>teaching-point-unknown</c>.</summary>
    public async Task<Result<TeachingPoint>> TeachingPointAsync(string cohort, string teachingPoint, CancellationToken cancellationToken)
    {
        if (!(await CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !TeachingPointCode.Parse(teachingPoint).Succeeded(out var code, out failure))
        {
            return failure;
        }

        return await cohorts.FindTeachingPointAsync(found.Code, code, cancellationToken) is { } point
            ? point
            : CohortFailures.TeachingPointUnknown;
    }

    /// <summary>Failures: <c>code-shape</c>, <c>cohort-unknown</c>, <c>student-number-unknown</c>.</summary>
    public async Task<Result<Student>> StudentAsync(string cohort, string studentNumber, CancellationToken cancellationToken)
    {
        if (!(await CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !StudentNumber.Parse(studentNumber).Succeeded(out var number, out failure))
        {
            return failure;
        }

        return await directory.FindStudentAsync(found.Code, number, cancellationToken) is { } student
            ? student
            : RosterFailures.StudentNumberUnknown;
    }
}
