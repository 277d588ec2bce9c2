using Azure.Storage.Blobs;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>One student of a lane, the uploader of that student's photos, and the host that delivers them.</summary>
internal sealed class RigStudent(RigLane lane, StudentKey key, NationalId id)
{
    /// <summary>As often as the host tries, a blob first and its poison message then.</summary>
    private const int Attempts = 5;
    private readonly List<RigVersion> _versions = [];
    private readonly List<RigVersion> _undelivered = [];
    private readonly List<StorageCall> _calls = [];

    public RigLane Lane => lane;

    public StudentKey Key => key;

    /// <summary>What was uploaded, in the order in which it was written.</summary>
    public IReadOnlyList<RigVersion> Versions => _versions;

    /// <summary>What every worker has sent to the storage on this student's behalf.</summary>
    public IReadOnlyList<StorageCall> Calls => _calls;

    private BlobContainerClient Inbox => lane.Blobs.GetBlobContainerClient("uploads");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Writes a version into the inbox, over an older one of the same folder; the host will deliver it.</summary>
    public async Task<RigVersion> UploadAsync(string folder, byte[] content)
    {
        var name = $"{key.Cohort}/{key.TeachingPoint}/{folder}/{id.Value}.jpg";
        var written = await Inbox.GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(content), overwrite: true, Stop);
        foreach (var older in _versions.Where(version => version.Version.BlobName == name))
        {
            older.IsOverwritten = true;
        }

        var eTag = written.Value.ETag.ToString("G").Trim('"');
        var version = new RigVersion(new UploadVersion(name, eTag, written.Value.LastModified), content);
        _versions.Add(version);
        _undelivered.Add(version);
        return version;
    }

    /// <summary>Waits until the storage dates what is written otherwise than a version: it counts by the second.</summary>
    public static async Task NextSecondAsync(RigVersion version)
    {
        // A delay may end a moment early.
        var next = version.Version.LastModified.AddSeconds(1);
        while (next - TimeProvider.System.GetUtcNow() is { } rest && rest >= TimeSpan.Zero)
        {
            await Task.Delay(rest + TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        }
    }

    /// <summary>Delivers a blob of this teaching point that is gone.</summary>
    public Task<bool> WarmAsync(Worker worker) => DeliverAsync(
        worker, new RigVersion(new UploadVersion($"{key.Cohort}/{key.TeachingPoint}/gone/{id.Value}.jpg", "", default), []));

    /// <summary>One attempt of the host.</summary>
    public Task<bool> DeliverAsync(Worker worker, RigVersion version) => CallAsync(
        worker, "PhotoUploaded", HostCalls.Upload(Inbox.GetBlobClient(version.Version.BlobName).Uri), version);

    /// <summary>One attempt of the host with what failed too often.</summary>
    public Task<bool> DeliverPoisonAsync(Worker worker, RigVersion version) =>
        CallAsync(worker, "PhotoUploadPoisoned", HostCalls.PoisonMessage(version.Version), version);

    /// <summary>
    /// What the host and the timer do when the storm is over: every open delivery comes again, then whatever lies there still.
    /// </summary>
    public async Task RecoverAsync()
    {
        foreach (var version in _undelivered.ToArray())
        {
            await DeliverStubbornlyAsync(lane.Alive, version);
        }

        await CallAsync(lane.Reconciler, "UploadReconciliationDue", HostCalls.Timer, null);
    }

    /// <summary>As the host delivers: five attempts, and the poison message's five.</summary>
    public async Task DeliverStubbornlyAsync(Worker worker, RigVersion version)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await DeliverAsync(worker, version))
            {
                return;
            }
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await DeliverPoisonAsync(worker, version))
            {
                return;
            }
        }
    }

    /// <summary>Runs every handler once more, about every version.</summary>
    public async Task RepeatAsync()
    {
        foreach (var version in _versions)
        {
            await DeliverAsync(lane.Alive, version);
            await DeliverPoisonAsync(lane.Alive, version);
        }

        await CallAsync(lane.Reconciler, "UploadReconciliationDue", HostCalls.Timer, null);
    }

    private async Task<bool> CallAsync(Worker worker, string function, string body, RigVersion? version)
    {
        var isDone = await worker.InvokeAsync(function, body);
        _calls.AddRange(worker.Storage.TakeCalls());
        var read = worker.Storage.TakeRead();
        if (isDone)
        {
            _undelivered.RemoveAll(each => each == version);
            foreach (var answered in _versions.Where(each => read.Contains(each.Version.ETag)))
            {
                answered.IsAcknowledged = true;
            }
        }

        return isDone;
    }
}
