using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>Sweeps through a container again and again, and hands each version that it has not seen to its delivery.</summary>
internal sealed partial class BlobTriggerLoop(
    FunctionManifest function, BlobContainerClient container, BlobDelivery delivery, ScanInfo scanInfo, int parallelism,
    TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan IdleInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BusyInterval = TimeSpan.FromMilliseconds(100);

    private readonly BlobPathPattern _path = ((BlobTrigger)function.Trigger).Path;
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SweptVersions? _versions;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(parallelism);
        try
        {
            while (true)
            {
                var begun = time.GetTimestamp();
                var found = await TrySweepAsync(places, cancellationToken);
                var pause = Task.Delay(found ? BusyInterval : IdlePause(time.GetElapsedTime(begun)), time, cancellationToken);
                await await Task.WhenAny(pause, _broken.Task);
            }
        }
        finally
        {
            await Task.WhenAll(_running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Looking through a full container takes at most two thirds of the time.
    private static TimeSpan IdlePause(TimeSpan swept) => swept / 2 < IdleInterval ? IdleInterval : swept / 2;

    private async Task<bool> TrySweepAsync(SemaphoreSlim places, CancellationToken cancellationToken)
    {
        try
        {
            _versions ??= new SweptVersions(await scanInfo.ReadAsync(cancellationToken));
            return await SweepAsync(_versions, places, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // No container yet: nothing was uploaded.
            return false;
        }
        catch (Exception exception) when (StorageFaults.Is(exception))
        {
            Log.SweepFailed(logger, exception, function.Name);
            return false;
        }
    }

    /// <returns>Whether there was anything new.</returns>
    private async Task<bool> SweepAsync(SweptVersions versions, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        versions.BeginSweep();
        DateTimeOffset? begun = null;
        var found = false;
        var pages = container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix: null, cancellationToken).AsPages();
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            begun ??= page.GetRawResponse().Headers.Date ?? DateTimeOffset.MinValue;
            foreach (var item in page.Values)
            {
                if (_path.Match(item.Name) is not { } tokens)
                {
                    continue;
                }

                var version = new BlobVersion { Item = item, Tokens = tokens };
                if (!versions.IsNew(version))
                {
                    continue;
                }

                // Waiting here keeps a full container from becoming a full memory.
                await places.WaitAsync(cancellationToken);
                found = true;
                versions.Start(version);
                Track(DeliverAsync(versions, version, places, cancellationToken));
            }
        }

        if (versions.EndSweep(begun ?? DateTimeOffset.MinValue))
        {
            await scanInfo.WriteAsync(versions.DoneBefore, cancellationToken);
        }

        return found;
    }

    private async Task DeliverAsync(
        SweptVersions versions, BlobVersion version, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.DeliverAsync(version, cancellationToken);
            versions.Finish(version);
        }
        catch (Exception exception) when (StorageFaults.Is(exception))
        {
            Log.DeliveryFailed(logger, exception, function.Name, version.ETag);
            versions.Repeat(version);
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
        public static partial void SweepFailed(ILogger logger, Exception exception, string function);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Function}: storage failed during the delivery of the version {ETag}; trying again.")]
        public static partial void DeliveryFailed(ILogger logger, Exception exception, string function, string etag);
    }
}
