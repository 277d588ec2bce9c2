using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>Looks through a container again and again, and hands each version that it has not seen to its delivery.</summary>
internal sealed partial class BlobTriggerLoop(
    FunctionManifest function, BlobContainerClient container, BlobDelivery delivery, int parallelism, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan IdleInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BusyInterval = TimeSpan.FromMilliseconds(100);

    private readonly BlobPathPattern _path = ((BlobTrigger)function.Trigger).Path;

    // What is in the container and already given away: saves asking for receipts. Entries leave with their blobs.
    private readonly ConcurrentDictionary<string, (string ETag, long Scan)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _scan;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(parallelism);
        try
        {
            while (true)
            {
                var found = await TryScanAsync(places, cancellationToken);
                var pause = Task.Delay(found ? BusyInterval : IdleInterval, time, cancellationToken);
                await await Task.WhenAny(pause, _broken.Task);
            }
        }
        finally
        {
            await Task.WhenAll(_running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryScanAsync(SemaphoreSlim places, CancellationToken cancellationToken)
    {
        try
        {
            return await ScanAsync(places, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // No container yet: nothing was uploaded.
            return false;
        }
        catch (Exception exception) when (StorageFaults.Is(exception))
        {
            Log.ScanFailed(logger, exception, function.Name);
            return false;
        }
    }

    /// <returns>Whether there was anything new.</returns>
    private async Task<bool> ScanAsync(SemaphoreSlim places, CancellationToken cancellationToken)
    {
        _scan++;
        var found = false;
        await foreach (var item in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix: null, cancellationToken))
        {
            if (_path.Match(item.Name) is not { } tokens)
            {
                continue;
            }

            var version = new BlobVersion { Item = item, Tokens = tokens };
            var isNew = !_known.TryGetValue(item.Name, out var known) || known.ETag != version.ETag;
            if (isNew)
            {
                // Waiting here keeps a full container from becoming a full memory.
                await places.WaitAsync(cancellationToken);
                found = true;
            }

            _known[item.Name] = (version.ETag, _scan);
            if (isNew)
            {
                Track(DeliverAsync(version, places, cancellationToken));
            }
        }

        foreach (var (name, known) in _known)
        {
            if (known.Scan != _scan)
            {
                _known.TryRemove(KeyValuePair.Create(name, known));
            }
        }

        return found;
    }

    private async Task DeliverAsync(BlobVersion version, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.DeliverAsync(version, cancellationToken);
        }
        catch (Exception exception) when (StorageFaults.Is(exception))
        {
            // Found anew by the next scan.
            Log.DeliveryFailed(logger, exception, function.Name, version.ETag);
            if (_known.TryGetValue(version.Name, out var known) && known.ETag == version.ETag)
            {
                _known.TryRemove(KeyValuePair.Create(version.Name, known));
            }
        }
        finally
        {
            places.Release();
        }
    }

    private void Track(Task delivering)
    {
        _running[delivering] = 0;
        _ = delivering.ContinueWith(
            done =>
            {
                _running.TryRemove(done, out _);

                // A fault that no delivery knows how to survive ends the loop, and with it the host: nothing is lost in silence.
                if (done.Exception is { } fault)
                {
                    _broken.TrySetException(fault.InnerExceptions);
                }
            },
            TaskScheduler.Default);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: the container could not be listed; trying again.")]
        public static partial void ScanFailed(ILogger logger, Exception exception, string function);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: storage failed during the delivery of the version {ETag}; trying again.")]
        public static partial void DeliveryFailed(ILogger logger, Exception exception, string function, string etag);
    }
}
