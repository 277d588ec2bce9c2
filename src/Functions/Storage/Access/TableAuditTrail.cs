using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Storage.Retention;

namespace PhotoFunctions.Functions.Storage.Access;

/// <summary>
/// The audit trail in its table: rows are added, and their words are never written again. A seal is a blob that is written once; in Azure
/// its container is immutable.
/// </summary>
internal sealed class TableAuditTrail(StorageAccount storage, DataKeysSource keysSource) : IAuditTrail
{
    private const string Extension = ".json";

    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var mapping = new AuditEntityMapping(await keysSource.GetAsync(cancellationToken));
        await storage.Audit.AddEntityAsync(mapping.ToRow(entry), cancellationToken);
    }

    public async Task<Result<Page<AuditLine>>> ListAsync(
        DateOnly day, string? credential, string? student, AuditAction? action, int top, string? continuation, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var filter = RowsOf(day);
        filter += credential is null ? "" : TableClient.CreateQueryFilter($" and Credential eq {credential}");
        filter += student is null ? "" : TableClient.CreateQueryFilter($" and Student eq {student}");
        filter += action is null ? "" : TableClient.CreateQueryFilter($" and Action eq {action.ToString()}");
        var mapping = new AuditEntityMapping(keys);
        return await TablePages.ReadAsync(storage.Audit, keys, filter, top, continuation, row => Read(mapping, row), cancellationToken);
    }

    public async IAsyncEnumerable<AuditLine> ReadAsync(DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = new AuditEntityMapping(await keysSource.GetAsync(cancellationToken));
        await foreach (var row in storage.Audit.QueryAsync<TableEntity>(RowsOf(day), cancellationToken: cancellationToken))
        {
            yield return Read(mapping, row);
        }
    }

    public async Task<DateOnly?> FirstDayAsync(CancellationToken cancellationToken)
    {
        // Rows come in the order of their partitions, so the first one is of the first day.
        var first = await storage.Audit.QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellationToken)
            .FirstOrDefaultAsync(cancellationToken);
        return first is null ? null : AuditEntityMapping.DayOf(first.PartitionKey);
    }

    public async Task<DateOnly?> LastSealedDayAsync(CancellationToken cancellationToken)
    {
        // A blob a day, in the order of days: a thousand a page.
        DateOnly? last = null;
        await foreach (var blob in storage.AuditRoots.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            last = AuditEntityMapping.DayOf(Path.GetFileNameWithoutExtension(blob.Name));
        }

        return last;
    }

    public async Task<AuditRoot?> FindRootAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await storage.AuditRoots.GetBlobClient(NameOf(day)).DownloadContentAsync(cancellationToken);
            return blob.Value.Content.ToObjectFromJson<AuditRoot>();
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return null;
        }
    }

    public async Task<AuditRoot> SealAsync(AuditRoot root, CancellationToken cancellationToken)
    {
        try
        {
            await storage.AuditRoots.GetBlobClient(NameOf(root.Day)).UploadAsync(
                BinaryData.FromObjectAsJson(root),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                cancellationToken);
            return root;
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            // Another round sealed the day, or this very write got through and only its answer was lost.
            return (await FindRootAsync(root.Day, cancellationToken))!;
        }
    }

    public Task<int> EraseBeforeAsync(DateOnly day, CancellationToken cancellationToken) => RowErasure.EraseAsync(
        storage.Audit, TableClient.CreateQueryFilter($"PartitionKey lt {AuditEntityMapping.Partition(day)}"), cancellationToken);

    private static string RowsOf(DateOnly day) => TableClient.CreateQueryFilter($"PartitionKey eq {AuditEntityMapping.Partition(day)}");

    private static string NameOf(DateOnly day) => AuditEntityMapping.Partition(day) + Extension;

    private static AuditLine Read(AuditEntityMapping mapping, TableEntity row)
    {
        try
        {
            return new AuditLine(row.RowKey, mapping.ToEntry(row));
        }
        catch (Exception)
        {
            // The row is in memory: whatever is thrown here, somebody wrote by hand what the app never does. The reader only has to say so,
            // and one such row must not hide the others.
            return new AuditLine(row.RowKey, null);
        }
    }
}
