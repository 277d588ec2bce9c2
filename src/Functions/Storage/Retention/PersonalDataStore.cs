using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Retention;

namespace PhotoFunctions.Functions.Storage.Retention;

/// <summary>Everything about a cohort's people in the storage account, and what the host keeps of them there.</summary>
internal sealed class PersonalDataStore(StorageAccount storage, StorageDates dates, TimeProvider time) : IPersonalDataStore
{
    // A receipt is of use while its upload lies in the inbox: minutes. Without it the upload comes once more, and the ledger knows it.
    private static readonly TimeSpan ReceiptKept = TimeSpan.FromDays(30);
    private readonly RowErasure _rows = new(storage);
    private readonly HostTraces _host = new(storage, dates);

    // A glance tells of nobody who is not among the students, and whoever looks at a cohort without students makes another one.
    public async Task<bool> HasAnyAsync(CohortCode cohort, CancellationToken cancellationToken) =>
        await RowErasure.AnyAsync(storage.Students, RowErasure.AllOf(cohort), cancellationToken)
        || await RowErasure.AnyAsync(storage.TeachingPoints, PointsOf(cohort), cancellationToken)
        || await BlobErasure.AnyAsync(storage.Uploads, $"{cohort}/", cancellationToken)
        || await BlobErasure.AnyAsync(storage.Originals, $"{cohort}/", cancellationToken)
        || await BlobErasure.AnyAsync(storage.Quarantine, $"{cohort}/", cancellationToken)
        || await BlobErasure.AnyAsync(storage.Photos, $"{cohort}/", cancellationToken)
        || await BlobErasure.AnyAsync(storage.Mail, $"{cohort}/", cancellationToken)
        || await RowErasure.AnyAsync(storage.Reminders, RowErasure.AllOf(cohort), cancellationToken);

    public Task<int> EraseAsync(CohortCode cohort, PersonalData kind, CancellationToken cancellationToken) => kind switch
    {
        PersonalData.Uploads => BlobErasure.EraseAsync(storage.Uploads, $"{cohort}/", cancellationToken),
        PersonalData.TeachingPoints => RowErasure.EraseAsync(storage.TeachingPoints, PointsOf(cohort), cancellationToken),
        PersonalData.Quarantine => BlobErasure.EraseAsync(storage.Quarantine, $"{cohort}/", cancellationToken),
        PersonalData.Originals => BlobErasure.EraseAsync(storage.Originals, $"{cohort}/", cancellationToken),
        PersonalData.Outputs => BlobErasure.EraseAsync(storage.Photos, $"{cohort}/", cancellationToken),
        PersonalData.Students => RowErasure.EraseAsync(storage.Students, RowErasure.AllOf(cohort), cancellationToken),
        PersonalData.Index => _rows.EraseIndexAsync(cohort, cancellationToken),
        PersonalData.Reminders => RowErasure.EraseAsync(storage.Reminders, RowErasure.AllOf(cohort), cancellationToken),
        PersonalData.Mail => BlobErasure.EraseAsync(storage.Mail, $"{cohort}/", cancellationToken),
        PersonalData.Receipts => _host.EraseReceiptsAsync(cohort, time.GetUtcNow() - ReceiptKept, cancellationToken),
        PersonalData.PoisonMessages => _host.ErasePoisonMessagesAsync(cohort, cancellationToken),
        PersonalData.Glances => BlobErasure.EraseAsync(storage.Glances, $"{cohort}/", cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody knows where this is kept."),
    };

    public async Task<IReadOnlyList<Erasure>> ListErasuresAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {cohort.Value}");
        return await storage.Erasures.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(ErasureEntityMapping.ToErasure)
            .ToListAsync(cancellationToken);
    }

    public Task SaveAsync(Erasure erasure, CancellationToken cancellationToken) =>
        storage.Erasures.UpsertEntityAsync(ErasureEntityMapping.ToRow(erasure), TableUpdateMode.Merge, cancellationToken);

    public async Task<int> EraseUnplacedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var cohorts = await storage.Cohorts.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {CohortEntityMapping.CohortPartition}"), select: ["RowKey"], cancellationToken: cancellationToken)
            .Select(row => row.RowKey)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        await BlobErasure.EraseAsync(
            storage.Quarantine,
            "",
            blob => blob.Properties.LastModified is { } written
                && dates.ToApp(written) < before
                && !cohorts.Contains(blob.Name.Split('/')[0]),
            cancellationToken);
        return await RowErasure.EraseAsync(
            storage.Students, TableClient.CreateQueryFilter($"PartitionKey eq {TableKeys.NoPlace} and DecidedAt lt {before}"), cancellationToken);
    }

    private static string PointsOf(CohortCode cohort) => TableClient.CreateQueryFilter($"PartitionKey eq {cohort.Value}");
}
