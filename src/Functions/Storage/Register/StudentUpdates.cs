using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>Brings the profiles of many enrolled students up to date, in batches.</summary>
internal sealed class StudentUpdates(StorageAccount storage, DataKeys keys, TimeProvider time)
{
    // Fewer are read one by one.
    private const int FewRows = 10;

    // A student's row and what the history may tell of it.
    private const int MostActions = 3;

    /// <summary>The writes of one change: the student as read, and the lines of history.</summary>
    public static List<TableTransactionAction> ActionsOf(DataKeys keys, TableEntity stored, StudentChange change) =>
    [
        new(TableTransactionActionType.UpdateMerge, new StudentEntityMapping(keys).ToEntity(change.Student), stored.ETag),
        .. change.History.Select(line => new TableTransactionAction(
            TableTransactionActionType.Add, new HistoryEntityMapping(keys).ToRow(change.Student.Key, line, line.Event))),
    ];

    /// <returns>Those who could not be updated so, because somebody else changed a student meanwhile.</returns>
    public async Task<IReadOnlyCollection<Enrolment>> UpdateAsync(IEnumerable<Enrolment> enrolments, CancellationToken cancellationToken)
    {
        var mapping = new StudentEntityMapping(keys);
        var missed = new ConcurrentBag<Enrolment>();
        await TableBatches.EachBatchAsync(
            enrolments.OrderBy(enrolment => enrolment.Key.Number.Value, StringComparer.Ordinal),
            enrolment => TableKeys.Partition(enrolment.Key),
            async (batch, token) =>
            {
                var rows = await ReadAsync(batch, token);
                var found = (
                    from enrolment in batch
                    where IsSamePerson(rows, enrolment)
                    let actions = ActionsOf(mapping, rows[TableKeys.Student(enrolment.Key.Number)], enrolment)
                    where actions is not null
                    select (Enrolment: enrolment, Actions: actions)).ToList();
                var size = found.Sum(one => one.Actions.Count) <= TableBatches.LargestBatch
                    ? batch.Length
                    : TableBatches.LargestBatch / MostActions;
                var written = new List<Enrolment>();
                foreach (var part in found.Chunk(size))
                {
                    var isWritten = await TrySubmitAsync([.. part.SelectMany(one => one.Actions)], token);
                    written.AddRange(isWritten ? part.Select(one => one.Enrolment) : []);
                }

                foreach (var enrolment in batch.Except(written))
                {
                    missed.Add(enrolment);
                }
            },
            cancellationToken);
        return missed;
    }

    // Null when the student's verification has moved on since it was planned.
    private List<TableTransactionAction>? ActionsOf(StudentEntityMapping mapping, TableEntity stored, Enrolment enrolment) =>
        EnrolmentDecider.Update(mapping.ToStudent(stored), enrolment, time.GetUtcNow()).Succeeded(out var change, out _)
            ? ActionsOf(keys, stored, change)
            : null;

    // An ID number that somebody corrected meanwhile has claims that this way does not write.
    private bool IsSamePerson(Dictionary<string, TableEntity> rows, Enrolment enrolment) =>
        rows.TryGetValue(TableKeys.Student(enrolment.Key.Number), out var row)
        && RegisterMarks.Read(row).IdMark == TableKeys.IdHash(keys, enrolment.Profile.NationalId);

    private async Task<Dictionary<string, TableEntity>> ReadAsync(Enrolment[] batch, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>();
        var partition = TableKeys.Partition(batch[0].Key);
        if (batch.Length < FewRows)
        {
            foreach (var number in batch.Select(enrolment => TableKeys.Student(enrolment.Key.Number)))
            {
                var stored = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
                    partition, number, cancellationToken: cancellationToken);
                if (stored.HasValue)
                {
                    rows.Add(number, stored.Value!);
                }
            }
        }
        else
        {
            // They are in order: what lies between the first and the last is read in one go.
            var (first, last) = (TableKeys.Student(batch[0].Key.Number), TableKeys.Student(batch[^1].Key.Number));
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
            await foreach (var row in storage.Students.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                rows.Add(row.RowKey, row);
            }
        }

        return rows;
    }

    private async Task<bool> TrySubmitAsync(List<TableTransactionAction> batch, CancellationToken cancellationToken)
    {
        try
        {
            if (batch.Count > 0)
            {
                await TableBatches.SubmitAsync(storage.Students, batch, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
