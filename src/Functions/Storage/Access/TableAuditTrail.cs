using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Functions.Storage.Access;

/// <summary>The audit trail in its table: rows are added, and never written again.</summary>
internal sealed class TableAuditTrail(StorageAccount storage, DataKeysSource keysSource) : IAuditTrail
{
    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var mapping = new AuditEntityMapping(await keysSource.GetAsync(cancellationToken));
        await storage.Audit.AddEntityAsync(mapping.ToRow(entry), cancellationToken);
    }
}
