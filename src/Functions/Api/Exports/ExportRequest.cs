using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Api.Exports;

/// <summary>What all exports ask for: a place that the caller may see, and a reason, which the audit trail is told.</summary>
internal sealed class ExportRequest(Place place, Caller caller, AuditNote note, ICohortStore cohorts)
{
    /// <summary>
    /// Without a teaching point it is the caller's own, and all of the cohort's for administrators. Failures: those of <see cref="Place"/>,
    /// <c>value-missing</c>, <c>value-too-long</c>, <c>control-character</c>.
    /// </summary>
    public async Task<Result<ExportPlace>> ReadAsync(
        string cohort, string? teachingPoint, ExportBody body, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return failure;
        }

        if (Unexplained(body) is { } unexplained)
        {
            return unexplained;
        }

        if ((teachingPoint ?? caller.TeachingPoint?.Value) is not { } wanted)
        {
            return new ExportPlace(found, await cohorts.ListTeachingPointsAsync(found.Code, cancellationToken), IsWhole: true);
        }

        return (await place.TeachingPointAsync(cohort, wanted, cancellationToken)).Succeeded(out var point, out failure)
            ? new ExportPlace(found, [point], IsWhole: false)
            : failure;
    }

    /// <summary>
    /// Takes who exports, and why, for the audit trail. Failures: <c>value-missing</c>, <c>value-too-long</c>, <c>control-character</c>.
    /// </summary>
    public Failure? Unexplained(ExportBody body)
    {
        if (!caller.Attribute(body.By, body.Reason, needsReason: true).Succeeded(out var by, out var failure))
        {
            return failure;
        }

        note.Take(by);
        return null;
    }

    /// <summary>What the audit trail keeps beside place and reason.</summary>
    public void Tell(string details) => note.Details = details;
}
