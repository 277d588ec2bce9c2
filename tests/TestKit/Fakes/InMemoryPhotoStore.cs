using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>Picture files in memory; the inbox gives every version its own ETag, as the service does.</summary>
public sealed class InMemoryPhotoStore(FaultPlan faults) : IPhotoStore
{
    private readonly ConcurrentDictionary<string, (UploadVersion Version, byte[] Content)> _inbox = new();
    private readonly ConcurrentDictionary<(StudentKey Student, string Sha256), byte[]> _originals = new();
    private readonly ConcurrentDictionary<(StudentKey Student, StoredOutput Output), byte[]> _outputs = new();
    private readonly ConcurrentDictionary<UploadVersion, byte[]> _quarantine = new();
    private int _writes;

    /// <summary>Runs once after an upload was read: the moment at which the uploader overwrites it.</summary>
    public Action? AfterNextOpen { get; set; }

    /// <summary>The versions that lie in the inbox.</summary>
    public IReadOnlyList<UploadVersion> Inbox => [.. _inbox.Values.Select(blob => blob.Version)];

    /// <summary>The originals that were kept.</summary>
    public IReadOnlyCollection<(StudentKey Student, string Sha256)> Originals => [.. _originals.Keys];

    /// <summary>The outputs that were kept.</summary>
    public IReadOnlyCollection<(StudentKey Student, StoredOutput Output)> Outputs => [.. _outputs.Keys];

    /// <summary>The versions that were put apart, with their content.</summary>
    public IReadOnlyDictionary<UploadVersion, byte[]> Quarantined => _quarantine;

    /// <summary>What a teaching point does: writes a blob, over an older version if there is one.</summary>
    public UploadVersion Upload(string blobName, byte[] content, DateTimeOffset at)
    {
        var eTag = string.Create(CultureInfo.InvariantCulture, $"0x8DC{Interlocked.Increment(ref _writes):X8}");
        var version = new UploadVersion(blobName, eTag, at);
        _inbox[blobName] = (version, content);
        return version;
    }

    public Task<UploadedPhoto?> OpenUploadAsync(string blobName, int maxBytes, CancellationToken cancellationToken) =>
        faults.RunAsync(() =>
        {
            var upload = _inbox.TryGetValue(blobName, out var blob)
                ? new UploadedPhoto(blob.Version, blob.Content.Length, blob.Content.Length > maxBytes ? default : blob.Content.AsMemory())
                : null;
            var interruption = AfterNextOpen;
            AfterNextOpen = null;
            interruption?.Invoke();
            return upload;
        });

    public Task SaveOriginalAsync(StudentKey student, UploadedPhoto upload, CancellationToken cancellationToken) =>
        faults.RunAsync(() =>
        {
            var sha256 = upload.Sha256 ?? throw new ArgumentException("Only an upload that was read can be kept.", nameof(upload));
            _originals[(student, sha256)] = upload.Content.ToArray();
        });

    public Task<ReadOnlyMemory<byte>?> OpenOriginalAsync(StudentKey student, string sha256, CancellationToken cancellationToken) =>
        faults.RunAsync(() => _originals.TryGetValue((student, sha256), out var content) ? content : (ReadOnlyMemory<byte>?)null);

    public Task SaveOutputsAsync(StudentKey student, IReadOnlyList<NormalisedPhoto> outputs, CancellationToken cancellationToken) =>
        faults.RunAsync(() =>
        {
            foreach (var output in outputs)
            {
                _outputs[(student, output.Reference)] = output.Content.ToArray();
            }
        });

    public Task<bool> SaveQuarantinedAsync(UploadedPhoto upload, CancellationToken cancellationToken) => faults.RunAsync(() =>
    {
        if (upload.Sha256 is not null)
        {
            _quarantine[upload.Version] = upload.Content.ToArray();
            return true;
        }

        if (!_inbox.TryGetValue(upload.Version.BlobName, out var blob) || blob.Version != upload.Version)
        {
            return false;
        }

        _quarantine[upload.Version] = blob.Content;
        return true;
    });

    public Task<UploadedPhoto?> OpenQuarantinedAsync(UploadVersion version, int maxBytes, CancellationToken cancellationToken) =>
        faults.RunAsync(() => _quarantine.TryGetValue(version, out var content)
            ? new UploadedPhoto(version, content.Length, content.Length > maxBytes ? default : content.AsMemory())
            : null);

    public Task DeleteQuarantinedAsync(UploadVersion version, CancellationToken cancellationToken) =>
        faults.RunAsync(() => { _quarantine.TryRemove(version, out _); });

    public Task DeleteUploadAsync(UploadVersion version, CancellationToken cancellationToken) => faults.RunAsync(() =>
    {
        if (_inbox.TryGetValue(version.BlobName, out var blob) && blob.Version.ETag == version.ETag)
        {
            _inbox.TryRemove(KeyValuePair.Create(version.BlobName, blob));
        }
    });

    public async IAsyncEnumerable<UploadVersion> ListUploadsAsync(
        DateTimeOffset writtenBefore, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = await faults.RunAsync(() => _inbox.Keys.Order(StringComparer.Ordinal).ToList());
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_inbox.TryGetValue(name, out var blob) && blob.Version.LastModified < writtenBefore)
            {
                yield return blob.Version;
            }
        }
    }
}
