using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// The register in two tables: students, and an index of claims that keeps numbers and ID numbers unique. Many rows are planned from one
/// look at the register and written in batches; a row that something stands in the way of is enrolled by itself.
/// </summary>
internal sealed class TableStudentRegister(StorageAccount storage, DataKeysSource keysSource, TimeProvider time) : IStudentRegister
{
    // Each round means that somebody else changed this very student in between; more than a few in a row is a bug, not bad luck.
    private const int MostRounds = 20;
    private const int RowsAtOnce = 16;
    private readonly RegisterSnapshot _snapshot = new(storage);

    public async Task<IReadOnlyList<Result<EnrolmentOutcome>>> EnrolAsync(
        CohortCode cohort, IReadOnlyList<Enrolment> enrolments, bool isDryRun, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var wanted = enrolments.Select(enrolment => RegisterMarks.LineOf(keys, enrolment.Key, enrolment.Profile)).ToList();
        var plan = EnrolmentPlan.Of(await _snapshot.ReadAsync(cohort, wanted, cancellationToken), wanted);
        var results = plan.OrderBy(planned => planned.Index).Select(planned => planned.Result).ToArray();
        if (!isDryRun)
        {
            await CarryOutAsync(keys, enrolments, results, cancellationToken);
        }

        return results;
    }

    private async Task CarryOutAsync(
        DataKeys keys, IReadOnlyList<Enrolment> enrolments, Result<EnrolmentOutcome>[] results, CancellationToken cancellationToken)
    {
        var (additions, updates) = (new StudentAdditions(storage, keys, time), new StudentUpdates(storage, keys));
        var changed = await updates.UpdateAsync(Planned(EnrolmentOutcome.Updated), cancellationToken);
        var added = await additions.AddAsync(Planned(EnrolmentOutcome.Added), cancellationToken);
        var places = enrolments.Select((enrolment, i) => KeyValuePair.Create(enrolment.Key.Number, i)).ToDictionary();
        await Parallel.ForEachAsync(
            changed.Select(enrolment => (Enrolment: enrolment, Claims: additions.ClaimsOf(enrolment))).Concat(added),
            new ParallelOptions { MaxDegreeOfParallelism = RowsAtOnce, CancellationToken = cancellationToken },
            async (row, token) =>
                results[places[row.Enrolment.Key.Number]] = await EnrolAsync(row.Enrolment, row.Claims, additions, updates, token));

        IEnumerable<Enrolment> Planned(EnrolmentOutcome outcome) =>
            enrolments.Where((_, i) => results[i].Failure is null && results[i].Value == outcome);
    }

    private async Task<Result<EnrolmentOutcome>> EnrolAsync(
        Enrolment enrolment,
        StudentClaims claims,
        StudentAdditions additions,
        StudentUpdates updates,
        CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var standing = await _snapshot.OfRowsAsync([claims.Student], cancellationToken);
            var isPossible = EnrolmentPlan.Of(standing, [claims.Student])[0].Result.Succeeded(out var outcome, out var failure);
            if (!isPossible || outcome != EnrolmentOutcome.Added)
            {
                await claims.ReleaseAsync(cancellationToken);
            }
            else if (await claims.TakeAsync(cancellationToken) is { } taken)
            {
                return taken;
            }

            if (!isPossible)
            {
                return failure!;
            }

            var isDone = outcome switch
            {
                EnrolmentOutcome.Added => await TryAddAsync(additions.NewRow(enrolment), cancellationToken),
                EnrolmentOutcome.Updated => (await updates.UpdateAsync([enrolment], cancellationToken)).Count == 0,
                _ => true,
            };
            if (isDone)
            {
                return outcome;
            }
        }

        throw new InvalidOperationException($"The student changed {MostRounds} times while one roster row was enrolled.");
    }

    private async Task<bool> TryAddAsync(TableEntity student, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Students.AddEntityAsync(student, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status == 409)
        {
            // Somebody else enrolled this student, or this very write got through and only its answer was lost.
            return false;
        }
    }
}
