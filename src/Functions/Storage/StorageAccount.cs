using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Storage;

/// <summary>The one storage account: its tables and containers, created when they are first needed.</summary>
internal sealed class StorageAccount : IDisposable
{
    private readonly BlobServiceClient _blobs;
    private readonly TableServiceClient _tables;
    private readonly QueueServiceClient _queues;
    private readonly SemaphoreSlim _once = new(1);
    private volatile bool _isCreated;

    public StorageAccount(
        StorageSettings settings, TokenCredential identity, BlobClientOptions blobOptions, TableClientOptions tableOptions)
    {
        // The host writes its messages in base64.
        var queueOptions = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        if (settings.Connection is { } connection)
        {
            _blobs = new BlobServiceClient(connection, blobOptions);
            _tables = new TableServiceClient(connection, tableOptions);
            _queues = new QueueServiceClient(connection, queueOptions);
        }
        else
        {
            _blobs = new BlobServiceClient(settings.Blobs, identity, blobOptions);
            _tables = new TableServiceClient(settings.Tables, identity, tableOptions);
            _queues = new QueueServiceClient(settings.Queues, identity, queueOptions);
        }
    }

    public BlobServiceClient Blobs => _blobs;

    public TableClient Students => _tables.GetTableClient("Students");

    public TableClient StudentIndex => _tables.GetTableClient("StudentIndex");

    public TableClient Cohorts => _tables.GetTableClient("Cohorts");

    public TableClient TeachingPoints => _tables.GetTableClient("TeachingPoints");

    public TableClient AccessKeys => _tables.GetTableClient("AccessKeys");

    public TableClient Audit => _tables.GetTableClient("Audit");

    /// <summary>Which mails were due and what became of them, and how many were sent lately.</summary>
    public TableClient Reminders => _tables.GetTableClient("Reminders");

    public TableClient Erasures => _tables.GetTableClient("Erasures");

    public BlobContainerClient Uploads => _blobs.GetBlobContainerClient("uploads");

    public BlobContainerClient Originals => _blobs.GetBlobContainerClient("originals");

    public BlobContainerClient Photos => _blobs.GetBlobContainerClient("photos");

    public BlobContainerClient Quarantine => _blobs.GetBlobContainerClient("quarantine");

    /// <summary>The local outbox of mails, below the cohort. Empty where a provider takes them.</summary>
    public BlobContainerClient Mail => _blobs.GetBlobContainerClient("mail");

    /// <summary>Seals on the days of the audit trail. In Azure immutable.</summary>
    public BlobContainerClient AuditRoots => _blobs.GetBlobContainerClient("audit-roots");

    /// <summary>What the first page about each cohort shows, below the cohort.</summary>
    public BlobContainerClient Glances => _blobs.GetBlobContainerClient("glances");

    /// <summary>The nightly copies of all tables, below their day. In Azure immutable for the first days of a blob.</summary>
    public BlobContainerClient Backups => _blobs.GetBlobContainerClient("backups");

    public BlobContainerClient Keys => _blobs.GetBlobContainerClient("keys");

    /// <summary>What the host remembers of its triggers. The host creates it.</summary>
    public BlobContainerClient Hosts => _blobs.GetBlobContainerClient("azure-webjobs-hosts");

    /// <summary>The host's messages about uploads that failed at every attempt. The host creates it.</summary>
    public QueueClient PoisonMessages => _queues.GetQueueClient("webjobs-blobtrigger-poison");

    /// <summary>
    /// Creates what is missing. Asked for at every door, done once; an outage fails that call and is tried again at the next.
    /// </summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        if (_isCreated)
        {
            return;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            if (!_isCreated)
            {
                await Task.WhenAll(
                    from container in new[] { Uploads, Originals, Photos, Quarantine, Mail, Keys, AuditRoots, Glances, Backups }
                    select container.CreateIfNotExistsAsync(cancellationToken: cancellationToken));
                await Task.WhenAll(
                    from table in new[] { Students, StudentIndex, Cohorts, TeachingPoints, Erasures, AccessKeys, Audit, Reminders }
                    select table.CreateIfNotExistsAsync(cancellationToken));
                _isCreated = true;
            }
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose() => _once.Dispose();
}
