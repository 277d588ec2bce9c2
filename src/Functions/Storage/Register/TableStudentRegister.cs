using System.Collections.Concurrent;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// The register in two tables: students, and an index of claims that keeps numbers and ID numbers unique. Many rows are planned from one
/// look at the register and written in batches; a row that something stands in the way of is enrolled by itself.
/// </summary>
internal sealed class TableStudentRegister(
    StorageAccount storage, DataKeysSource keysSource, StorageDates dates, TimeProvider time) : IStudentRegister
{
    private readonly RegisterSnapshot _snapshot = new(storage, keysSource);

    // Writers of one cohort take turns within this process: two moves and an enrolment of one student at the same moment could leave the
    // student without claims (docs/decisions/0012).
    private readonly ConcurrentDictionary<CohortCode, SemaphoreSlim> _turns = new();

    public async Task<IReadOnlyList<Result<EnrolmentOutcome>>> EnrolAsync(
        CohortCode cohort, IReadOnlyList<Enrolment> enrolments, bool isDryRun, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var wanted = enrolments.Select(enrolment => RegisterMarks.LineOf(keys, enrolment)).ToList();
        return isDryRun ? await PlanAsync() : await InTurnAsync(cohort, EnrolInTurnAsync, cancellationToken);

        async Task<Result<EnrolmentOutcome>[]> PlanAsync()
        {
            var plan = EnrolmentPlan.Of(await _snapshot.ReadAsync(cohort, wanted, cancellationToken), wanted);
            return [.. plan.OrderBy(planned => planned.Index).Select(planned => planned.Result)];
        }

        async Task<Result<EnrolmentOutcome>[]> EnrolInTurnAsync()
        {
            var results = await PlanAsync();
            if (results.Any(result => result.Failure is null && result.Value != EnrolmentOutcome.Unchanged))
            {
                await new RegisterNotes(storage).WriteAsync(cohort, cancellationToken);
                await new RosterWork(storage, keys, time, _snapshot).CarryOutAsync(enrolments, results, cancellationToken);
            }

            return results;
        }
    }

    public async Task<Result<Student>> RemoveAsync(
        CohortCode cohort, StudentNumber number, Attribution by, CancellationToken cancellationToken)
    {
        var removals = new StudentRemovals(storage, await keysSource.GetAsync(cancellationToken), time);
        return await InTurnAsync(cohort, () => removals.RemoveAsync(cohort, number, by, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<RegisterChange>> ListChangesAsync(CancellationToken cancellationToken)
    {
        var changes = await new RegisterNotes(storage).ListAsync(cancellationToken);
        return [.. changes.Select(change => change with { At = dates.ToApp(change.At) })];
    }

    public Task SettleAsync(RegisterChange change, CancellationToken cancellationToken) =>
        new RegisterNotes(storage).DeleteAsync(change, cancellationToken);

    public async Task<int> RepairAsync(CohortCode cohort, DateTimeOffset writtenBefore, CancellationToken cancellationToken) =>
        await new RegisterCheck(storage, await keysSource.GetAsync(cancellationToken), dates, _snapshot)
            .RepairAsync(cohort, writtenBefore, cancellationToken);

    private async Task<T> InTurnAsync<T>(CohortCode cohort, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(cohort, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }
}
