using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>Brings the profiles of many enrolled students up to date, in batches.</summary>
internal sealed class StudentUpdates(StorageAccount storage, DataKeys keys)
{
    // Fewer are read one by one.
    private const int FewRows = 10;

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
                var found = batch.Where(enrolment => rows.ContainsKey(TableKeys.Student(enrolment.Key.Number))).ToList();
                var actions = found.ConvertAll(enrolment => Merge(mapping, rows[TableKeys.Student(enrolment.Key.Number)], enrolment));
                foreach (var enrolment in batch.Except(await TrySubmitAsync(actions, token) ? found : []))
                {
                    missed.Add(enrolment);
                }
            },
            cancellationToken);
        return missed;
    }

    private static TableTransactionAction Merge(StudentEntityMapping mapping, TableEntity stored, Enrolment enrolment) => new(
        TableTransactionActionType.UpdateMerge,
        mapping.ToEntity(mapping.ToStudent(stored) with { Profile = enrolment.Profile }),
        stored.ETag);

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
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            return false;
        }
    }
}
