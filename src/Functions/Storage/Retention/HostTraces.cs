using System.Text.Json;
using Azure;
using Azure.Storage.Queues.Models;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Storage.Retention;

/// <summary>What the host keeps of uploads by their names, which are ID numbers: receipts of deliveries, messages about failures.</summary>
internal sealed class HostTraces(StorageAccount storage, StorageDates dates)
{
    private const int MessagesAtOnce = 32;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(2);

    /// <summary>Deletes the receipts that name the cohort's uploads, and old ones of every cohort: some hosts keep hashes of the names.</summary>
    public async Task<int> EraseReceiptsAsync(CohortCode cohort, DateTimeOffset before, CancellationToken cancellationToken)
    {
        try
        {
            // blobreceipts/{host}/{function}/{ETag}/{container}/{blob name}
            return await BlobErasure.EraseAsync(
                storage.Hosts,
                "blobreceipts/",
                blob => blob.Name.Contains($"/uploads/{cohort}/", StringComparison.Ordinal)
                    || (blob.Properties.LastModified is { } written && dates.ToApp(written) < before),
                cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            // No host has run here yet.
            return 0;
        }
    }

    public async Task<int> ErasePoisonMessagesAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        try
        {
            var (erased, others) = (0, new List<QueueMessage>());
            while ((await storage.PoisonMessages.ReceiveMessagesAsync(MessagesAtOnce, Held, cancellationToken)).Value is { Length: > 0 } messages)
            {
                foreach (var message in messages.Where(message => IsAbout(message, cohort)))
                {
                    await storage.PoisonMessages.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                    erased++;
                }

                others.AddRange(messages.Where(message => !IsAbout(message, cohort)));
            }

            foreach (var message in others)
            {
                await ShowAsync(message, cancellationToken);
            }

            return erased;
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // Nothing has ever failed.
            return 0;
        }
    }

    private async Task ShowAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await storage.PoisonMessages.UpdateMessageAsync(
                message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            // Held for too long: the host has it again.
        }
    }

    private static bool IsAbout(QueueMessage message, CohortCode cohort)
    {
        try
        {
            using var body = JsonDocument.Parse(message.Body);
            return body.RootElement.TryGetProperty("BlobName", out var name)
                && name.GetString()?.StartsWith($"{cohort}/", StringComparison.Ordinal) == true;
        }
        catch (JsonException)
        {
            // Not the host's: not ours to judge.
            return false;
        }
    }
}
