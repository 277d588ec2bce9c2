using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// Requests to the photo unit, in their student's partition. The student's row is written with each change, so that its ETag guards the
/// requests too.
/// </summary>
internal sealed class TableUnitRequestStore(StorageAccount storage, DataKeysSource keysSource) : IUnitRequestStore
{
    // Each round means that somebody else changed this very student in between; more than a few in a row is a bug, not bad luck.
    private const int MostRounds = 20;

    public async Task<Result<UnitRequest>> ChangeAsync(
        StudentKey key,
        Func<Student, IReadOnlyList<UnitRequest>, Result<UnitRequestDecision>> decide,
        CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var students = new StudentEntityMapping(keys);
        for (var round = 0; round < MostRounds; round++)
        {
            var stored = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
                TableKeys.Partition(key), TableKeys.Student(key.Number), cancellationToken: cancellationToken);
            if (!stored.HasValue)
            {
                return RosterFailures.StudentNumberUnknown;
            }

            var requests = await ListAsync(key, cancellationToken);
            if (!decide(students.ToStudent(stored.Value!), requests).Succeeded(out var decision, out var failure))
            {
                return failure;
            }

            if (decision.Change.IsNothing)
            {
                return decision.Request;
            }

            try
            {
                await storage.Students.SubmitTransactionAsync(Batch(key, keys, stored.Value!.ETag, decision), cancellationToken);
                return decision.Request;
            }
            catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
            {
                // Somebody else changed or moved the student, or this very change got through and only its answer was lost: read again.
            }
        }

        throw new InvalidOperationException($"The student changed {MostRounds} times while one request was recorded.");
    }

    /// <summary>A student's requests, oldest first.</summary>
    public async Task<IReadOnlyList<UnitRequest>> ListAsync(StudentKey key, CancellationToken cancellationToken)
    {
        var mapping = new UnitRequestEntityMapping(await keysSource.GetAsync(cancellationToken));
        var requests = new List<UnitRequest>();
        await foreach (var row in storage.Students.QueryAsync<TableEntity>(
            TableKeys.Rows(TableKeys.Partition(key), $"e~{key.Number}"), cancellationToken: cancellationToken))
        {
            requests.Add(mapping.ToRequest(row));
        }

        return requests;
    }

    private static List<TableTransactionAction> Batch(StudentKey key, DataKeys keys, ETag read, UnitRequestDecision decision)
    {
        var history = new HistoryEntityMapping(keys);
        return
        [
            new(TableTransactionActionType.UpdateMerge, new StudentEntityMapping(keys).ToEntity(decision.Change.Student), read),
            new(TableTransactionActionType.UpsertReplace, new UnitRequestEntityMapping(keys).ToRow(key, decision.Request)),
            .. decision.Change.History.Select(line =>
                new TableTransactionAction(TableTransactionActionType.Add, history.ToRow(key, line, line.Event))),
        ];
    }
}
