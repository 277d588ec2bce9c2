using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>
/// Reads the cohort, the teaching point or the student of an address, and finds only what the caller may see: to a teaching point,
/// what is another one's does not exist, in the same words and after the same reads.
/// </summary>
internal sealed class Place(ICohortStore cohorts, StudentDirectory directory, Caller caller, AuditNote note)
{
    /// <summary>Whether a cohort has the caller's teaching point; administrators see every cohort.</summary>
    public async Task<bool> IsSeenAsync(CohortCode cohort, CancellationToken cancellationToken) =>
        caller.TeachingPoint is not { } own || await cohorts.FindTeachingPointAsync(cohort, own, cancellationToken) is not null;

    /// <summary>Failures: <c>code-shape</c>, <c>cohort-unknown</c>.</summary>
    public async Task<Result<Cohort>> CohortAsync(string cohort, CancellationToken cancellationToken)
    {
        if (!CohortCode.Parse(cohort).Succeeded(out var code, out var failure))
        {
            return failure;
        }

        return await IsSeenAsync(code, cancellationToken) && await cohorts.FindAsync(code, cancellationToken) is { } found
            ? found
            : CohortFailures.CohortUnknown;
    }

    /// <summary>Failures: <c>code-shape</c>, <c>cohort-unknown</c>, <c>teaching-point-unknown</c>.</summary>
    public async Task<Result<TeachingPoint>> TeachingPointAsync(string cohort, string teachingPoint, CancellationToken cancellationToken) =>
        (await PointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var found, out var failure) ? found.Point : failure;

    /// <summary>The teaching point with its cohort. Failures: <c>code-shape</c>, <c>cohort-unknown</c>, <c>teaching-point-unknown</c>.</summary>
    public async Task<Result<PointPlace>> PointAsync(string cohort, string teachingPoint, CancellationToken cancellationToken)
    {
        if (!(await CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !TeachingPointCode.Parse(teachingPoint).Succeeded(out var code, out failure))
        {
            return failure;
        }

        if (!caller.Sees(code) || await cohorts.FindTeachingPointAsync(found.Code, code, cancellationToken) is not { } point)
        {
            return CohortFailures.TeachingPointUnknown;
        }

        note.Point = point.Code;
        return new PointPlace(found, point);
    }

    /// <summary>Failures: <c>code-shape</c>, <c>cohort-unknown</c>, <c>student-number-unknown</c>.</summary>
    public async Task<Result<Student>> StudentAsync(string cohort, string studentNumber, CancellationToken cancellationToken)
    {
        if (!(await CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !StudentNumber.Parse(studentNumber).Succeeded(out var number, out failure))
        {
            return failure;
        }

        if (await directory.FindStudentAsync(found.Code, number, caller.TeachingPoint, cancellationToken) is not { } student)
        {
            return RosterFailures.StudentNumberUnknown;
        }

        note.Point = student.Key.TeachingPoint;
        return student;
    }
}
