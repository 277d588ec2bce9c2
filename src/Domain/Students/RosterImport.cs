using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>Enrols the good rows of a roster and reports the bad ones by number. Importing the same file again changes nothing.</summary>
/// <param name="cohorts">Where cohorts are kept.</param>
/// <param name="register">Where students are kept.</param>
public sealed class RosterImport(ICohortStore cohorts, IStudentRegister register)
{
    /// <summary>Imports a roster. Failure: <c>cohort-unknown</c>; faults of rows are in the report.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="rows">The rows, without headings.</param>
    /// <param name="isDryRun">Whether only to tell what would be done.</param>
    /// <param name="cancellationToken">Ends the import; what was imported stays.</param>
    /// <returns>What was done, or the failure.</returns>
    public async Task<Result<RosterReport>> ImportAsync(
        CohortCode cohort, IReadOnlyList<RosterRow> rows, bool isDryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (await cohorts.FindAsync(cohort, cancellationToken) is null)
        {
            return CohortFailures.CohortUnknown;
        }

        var points = await cohorts.ListTeachingPointsAsync(cohort, cancellationToken);
        var reader = new RosterRowReader(cohort, points.Select(point => point.Code).ToHashSet());
        var entries = rows.Select(reader.Read).ToList();
        var errors = entries.SelectMany(entry => entry.Errors, (entry, failure) => new RosterRemark(entry.Row, failure)).ToList();
        var unique = WithoutDuplicates(entries, errors);
        var results = await register.EnrolAsync(cohort, [.. unique.Select(entry => entry.Enrolment!)], isDryRun, cancellationToken);
        var outcomes = new List<EnrolmentOutcome>();
        foreach (var (entry, result) in unique.Zip(results))
        {
            if (result.Succeeded(out var outcome, out var failure))
            {
                outcomes.Add(outcome);
            }
            else
            {
                errors.Add(new RosterRemark(entry.Row, failure));
            }
        }

        var rejected = errors.Select(error => error.Row).ToHashSet();
        return new RosterReport
        {
            IsDryRun = isDryRun,
            Rows = rows.Count,
            Added = outcomes.Count(outcome => outcome == EnrolmentOutcome.Added),
            Updated = outcomes.Count(outcome => outcome == EnrolmentOutcome.Updated),
            Corrected = outcomes.Count(outcome => outcome == EnrolmentOutcome.Corrected),
            Moved = outcomes.Count(outcome => outcome == EnrolmentOutcome.Moved),
            Unchanged = outcomes.Count(outcome => outcome == EnrolmentOutcome.Unchanged),
            Errors = [.. errors.OrderBy(error => error.Row).ThenBy(error => error.Failure.Code, StringComparer.Ordinal)],
            Warnings =
            [
                .. entries.Where(entry => !rejected.Contains(entry.Row))
                    .SelectMany(entry => entry.Warnings, (entry, failure) => new RosterRemark(entry.Row, failure)),
            ],
        };
    }

    // Of two rows with one student the first is imported: which of them is right, the file does not say.
    private static List<RosterEntry> WithoutDuplicates(List<RosterEntry> entries, List<RosterRemark> errors)
    {
        var numbers = new Dictionary<StudentNumber, int>();
        var ids = new Dictionary<NationalId, int>();
        var unique = new List<RosterEntry>();
        foreach (var entry in entries.Where(entry => entry.Enrolment is not null))
        {
            var (number, id) = (entry.Enrolment!.Key.Number, entry.Enrolment.Profile.NationalId);
            if (numbers.TryGetValue(number, out var first) || ids.TryGetValue(id, out first))
            {
                errors.Add(new RosterRemark(entry.Row, RosterFailures.Duplicate(first)));
                continue;
            }

            numbers.Add(number, entry.Row);
            ids.Add(id, entry.Row);
            unique.Add(entry);
        }

        return unique;
    }
}
