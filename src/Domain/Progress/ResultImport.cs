using System.Collections.Concurrent;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Progress;

/// <summary>
/// Records what capture units, students and the authority found, row by row. Importing the same file again changes nothing, and of two
/// files with dates the older one does not overwrite the newer, whichever comes first (docs/decisions/0013).
/// </summary>
/// <param name="students">Where students are kept.</param>
/// <param name="time">The clock.</param>
public sealed class ResultImport(IStudentChanges students, TimeProvider time)
{
    private const int TeachingPointsAtOnce = 8;
    private const int MostRounds = 3;

    /// <summary>
    /// Imports results, or tells what an import would do. Faults of rows are in the report. Failure: <c>result-date</c>.
    /// </summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="kind">What the file is about.</param>
    /// <param name="rows">The rows, without headings.</param>
    /// <param name="asOf">The day of the file, for rows without one of their own, as people write it; null for now.</param>
    /// <param name="isDryRun">Whether nothing is to be stored.</param>
    /// <param name="cancellationToken">Ends the import between two steps; what was imported stays.</param>
    /// <returns>What was done, or would be; or the failure.</returns>
    public async Task<Result<ResultReport>> ImportAsync(
        Cohort cohort,
        ResultKind kind,
        IReadOnlyList<ResultRow> rows,
        string? asOf,
        bool isDryRun,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var now = time.GetUtcNow();
        if (!(asOf is null ? now : ResultDate.Parse(asOf, now)).Succeeded(out var moment, out var failure))
        {
            return failure;
        }

        var reader = new ResultRowReader(kind, moment, now);
        var entries = rows.Select(reader.Read).ToList();
        var decisions = new ConcurrentDictionary<StudentNumber, Result<ResultDecision>>();
        for (var round = 1; ; round++)
        {
            var matches = await students.MatchAsync(
                cohort.Code,
                [.. entries.Select(entry => entry.Number).OfType<StudentNumber>().Distinct()],
                [.. entries.Select(entry => entry.Id).OfType<NationalId>().Distinct()],
                cancellationToken);
            var sorting = new ResultSorting(entries, matches);
            var gone = await DecideAsync(sorting);

            // A student who was moved meanwhile is looked up once more. Whoever is nowhere then was never enrolled to the end.
            if (isDryRun || gone.IsEmpty || round == MostRounds)
            {
                return sorting.Report(decisions);
            }
        }

        async Task<ConcurrentBag<StudentKey>> DecideAsync(ResultSorting sorting)
        {
            var gone = new ConcurrentBag<StudentKey>();
            await Parallel.ForEachAsync(
                sorting.Chosen.Keys.Where(key => !decisions.ContainsKey(key.Number)).GroupBy(key => key.TeachingPoint),
                new ParallelOptions { MaxDegreeOfParallelism = TeachingPointsAtOnce, CancellationToken = cancellationToken },
                async (point, token) =>
                {
                    StudentKey[] keys = [.. point];
                    if (isDryRun)
                    {
                        await foreach (var student in students.ReadAllAsync(keys, token))
                        {
                            Decide(sorting, student);
                        }

                        return;
                    }

                    foreach (var key in await students.ChangeAllAsync(keys, student => Decide(sorting, student), token))
                    {
                        decisions.TryRemove(key.Number, out _);
                        gone.Add(key);
                    }
                });
            return gone;
        }

        StudentChange Decide(ResultSorting sorting, Student student)
        {
            // A correction that was cut short may leave a claim on an ID number behind that leads to somebody else.
            var entry = sorting.Chosen[student.Key];
            var decided = entry.Id is { } id && id != student.Profile.NationalId
                ? entry.Number is null ? ResultFailures.NationalIdUnknown : ResultFailures.Mismatch
                : entry.Result!.Decide(student, cohort.Proofing.StartsFrom, time.GetUtcNow());
            decisions[student.Key.Number] = decided;
            return decided.Succeeded(out var decision, out _) ? decision.Change : StudentChange.None(student);
        }
    }
}
