using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>One version's way: five immediate attempts, then the poison queue; either way a receipt ends it.</summary>
internal sealed partial class BlobDelivery(
    FunctionManifest function, BlobContainerClient container, BlobReceipts receipts, BlobPoison poison, FunctionInvoker invoker,
    TimeProvider time, ILogger logger)
{
    public const int MaxAttempts = 5;

    private readonly BlobTrigger _trigger = (BlobTrigger)function.Trigger;

    public async Task DeliverAsync(BlobVersion version, CancellationToken cancellationToken)
    {
        if (await receipts.ExistsAsync(version, cancellationToken))
        {
            return;
        }

        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var outcome = await AttemptAsync(version, attempt, cancellationToken);
            while (outcome is InvocationOutcome.NotDelivered)
            {
                outcome = await AttemptAsync(version, attempt, cancellationToken);
            }

            if (outcome is null)
            {
                return;
            }

            if (outcome is InvocationOutcome.Succeeded)
            {
                await receipts.WriteAsync(version, cancellationToken);
                return;
            }
        }

        Log.Poisoned(logger, function.Name, MaxAttempts, version.ETag, BlobPoison.QueueName);
        await poison.SendAsync(function, version, cancellationToken);
        await receipts.WriteAsync(version, cancellationToken);
    }

    /// <returns>Null when the version is no longer there: nothing is left to deliver.</returns>
    private async Task<InvocationOutcome?> AttemptAsync(BlobVersion version, int attempt, CancellationToken cancellationToken)
    {
        // Before the content is opened: a restart can outlast the download.
        await invoker.WaitUntilReadyAsync(cancellationToken);
        var blob = container.GetBlobClient(version.Name);
        BlobDownloadStreamingResult download;
        try
        {
            var thisVersion = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = version.Item.Properties.ETag } };
            download = await blob.DownloadStreamingAsync(thisVersion, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return null;
        }

        using (download)
        {
            using var payload = new InvocationPayload(
                _trigger.BindingName,
                (stream, token) => Base64Stream.CopyAsync(download.Content, stream, token),
                BlobMetadata.Create(function, _trigger.Path, blob.Uri, version, time));
            return await invoker.InvokeAsync(function, payload, $"attempt {attempt}, ETag {version.ETag}", cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "{Function} failed {Attempts} times on the version {ETag}: a message goes to {Queue}.")]
        public static partial void Poisoned(ILogger logger, string function, int attempts, string etag, string queue);
    }
}
