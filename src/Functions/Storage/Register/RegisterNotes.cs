using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// Notes in the index that a cohort's register was written to. Made before the first write, they tell the timer where to look: otherwise it
/// would have to walk over all students and all claims, every time.
/// </summary>
internal sealed class RegisterNotes(StorageAccount storage)
{
    public async Task WriteAsync(CohortCode cohort, CancellationToken cancellationToken) => await storage.StudentIndex.UpsertEntityAsync(
        new TableEntity(TableKeys.Changed, cohort.Value), TableUpdateMode.Replace, cancellationToken);

    public async Task<IReadOnlyList<RegisterChange>> ListAsync(CancellationToken cancellationToken)
    {
        var changes = new List<RegisterChange>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKeys.Changed}");
        await foreach (var note in storage.StudentIndex.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            changes.Add(new RegisterChange(CohortCode.Parse(note.RowKey).Value!, note.ETag.ToString(), note.Timestamp!.Value));
        }

        return changes;
    }

    public async Task DeleteAsync(RegisterChange change, CancellationToken cancellationToken)
    {
        try
        {
            await storage.StudentIndex.DeleteEntityAsync(
                TableKeys.Changed, change.Cohort.Value, new ETag(change.Version), cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            // Written to since: the next round looks again.
        }
    }
}
