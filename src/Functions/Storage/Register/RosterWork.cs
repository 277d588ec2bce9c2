using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>Carries out what was planned for a roster: additions and updates in batches, everything else row by row.</summary>
internal sealed class RosterWork(StorageAccount storage, DataKeys keys, TimeProvider time, RegisterSnapshot snapshot)
{
    // Each round means that somebody else changed this very student in between; more than a few in a row is a bug, not bad luck.
    private const int MostRounds = 20;
    private const int RowsAtOnce = 16;
    private readonly StudentAdditions _additions = new(storage, keys, time);
    private readonly StudentUpdates _updates = new(storage, keys, time);
    private readonly StudentCorrections _corrections = new(storage, keys, time);
    private readonly StudentMoves _moves = new(storage, keys);

    /// <param name="enrolments">The rows.</param>
    /// <param name="results">What is planned for each; afterwards, what was done.</param>
    /// <param name="cancellationToken">Ends the work; what was stored stays.</param>
    public async Task CarryOutAsync(
        IReadOnlyList<Enrolment> enrolments, Result<EnrolmentOutcome>[] results, CancellationToken cancellationToken)
    {
        var changed = await _updates.UpdateAsync(Planned(EnrolmentOutcome.Updated), cancellationToken);
        var added = await _additions.AddAsync(Planned(EnrolmentOutcome.Added), cancellationToken);
        var single = changed.Concat(Planned(EnrolmentOutcome.Corrected)).Concat(Planned(EnrolmentOutcome.Moved)).ToList();
        var places = enrolments.Select((enrolment, i) => KeyValuePair.Create(enrolment.Key.Number, i)).ToDictionary();
        await Parallel.ForEachAsync(
            single.Select(enrolment => (Enrolment: enrolment, Claims: _additions.ClaimsOf(enrolment))).Concat(added),
            new ParallelOptions { MaxDegreeOfParallelism = RowsAtOnce, CancellationToken = cancellationToken },
            async (row, token) => results[places[row.Enrolment.Key.Number]] = await EnrolAsync(row.Enrolment, row.Claims, token));

        List<Enrolment> Planned(EnrolmentOutcome outcome) =>
            [.. enrolments.Where((_, i) => results[i].Failure is null && results[i].Value == outcome)];
    }

    private async Task<Result<EnrolmentOutcome>> EnrolAsync(Enrolment enrolment, StudentClaims claims, CancellationToken cancellationToken)
    {
        EnrolmentOutcome? moved = null;
        for (var round = 0; round < MostRounds; round++)
        {
            var standing = await snapshot.OfRowsAsync([claims.Student], cancellationToken);
            if (!EnrolmentPlan.Of(standing, [claims.Student])[0].Result.Succeeded(out var outcome, out var failure))
            {
                await claims.ReleaseAsync(cancellationToken);
                return failure;
            }

            if (outcome is EnrolmentOutcome.Added or EnrolmentOutcome.Corrected
                && await claims.TakeAsync(cancellationToken) is { } taken)
            {
                return taken;
            }

            var from = standing.FirstOrDefault(line => line.Key.Number == enrolment.Key.Number)?.Key;
            var isDone = outcome switch
            {
                // False when somebody else enrolled this student, or this very write got through and only its answer was lost.
                EnrolmentOutcome.Added => await _additions.TryAddAsync(enrolment, cancellationToken),
                EnrolmentOutcome.Updated => (await _updates.UpdateAsync([enrolment], cancellationToken)).Count == 0,
                EnrolmentOutcome.Corrected => await _corrections.TryCorrectAsync(claims, enrolment, cancellationToken),
                EnrolmentOutcome.Moved => await _moves.TryMoveAsync(from!, enrolment, time.GetUtcNow(), cancellationToken),
                _ => true,
            };
            if (isDone && outcome == EnrolmentOutcome.Moved)
            {
                // The profile is brought up to date at the new place.
                moved = outcome;
            }
            else if (isDone)
            {
                return moved ?? outcome;
            }
        }

        throw new InvalidOperationException($"The student changed {MostRounds} times while one roster row was enrolled.");
    }
}
