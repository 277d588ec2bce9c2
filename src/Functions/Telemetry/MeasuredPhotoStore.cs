using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>Measures what the storage of pictures takes, and learns here which photo it is about.</summary>
internal sealed class MeasuredPhotoStore(
    IPhotoStore inner, StageTimer stages, PhotoTraces traces, AppMeter meter, TimeProvider time) : IPhotoStore
{
    public Task<UploadedPhoto?> OpenUploadAsync(string blobName, int maxBytes, CancellationToken cancellationToken) =>
        OpenAsync(() => inner.OpenUploadAsync(blobName, maxBytes, cancellationToken), cancellationToken);

    public Task SaveOriginalAsync(StudentKey student, UploadedPhoto upload, CancellationToken cancellationToken) =>
        stages.RunAsync(StageNames.Store, () => inner.SaveOriginalAsync(student, upload, cancellationToken));

    public Task<ReadOnlyMemory<byte>?> OpenOriginalAsync(StudentKey student, string sha256, CancellationToken cancellationToken) =>
        inner.OpenOriginalAsync(student, sha256, cancellationToken);

    public Task SaveOutputsAsync(StudentKey student, IReadOnlyList<NormalisedPhoto> outputs, CancellationToken cancellationToken) =>
        stages.RunAsync(StageNames.Store, () => inner.SaveOutputsAsync(student, outputs, cancellationToken));

    public Task<bool> SaveQuarantinedAsync(UploadedPhoto upload, CancellationToken cancellationToken) =>
        stages.RunAsync(StageNames.Store, () => inner.SaveQuarantinedAsync(upload, cancellationToken));

    public Task<UploadedPhoto?> OpenQuarantinedAsync(UploadVersion version, int maxBytes, CancellationToken cancellationToken) =>
        OpenAsync(() => inner.OpenQuarantinedAsync(version, maxBytes, cancellationToken), cancellationToken);

    public Task DeleteQuarantinedAsync(UploadVersion version, CancellationToken cancellationToken) =>
        stages.RunAsync(StageNames.Delete, () => inner.DeleteQuarantinedAsync(version, cancellationToken));

    public Task DeleteUploadAsync(UploadVersion version, CancellationToken cancellationToken) =>
        stages.RunAsync(StageNames.Delete, () => inner.DeleteUploadAsync(version, cancellationToken));

    public async IAsyncEnumerable<UploadVersion> ListUploadsAsync(
        DateTimeOffset writtenBefore, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (now, oldest) = (time.GetUtcNow(), TimeSpan.Zero);
        await foreach (var version in inner.ListUploadsAsync(writtenBefore, cancellationToken))
        {
            // Told while the walk goes on: its budget may end it. The list goes by names, so any one of them may be the oldest.
            oldest = now - version.LastModified > oldest ? now - version.LastModified : oldest;
            meter.InboxSeen(oldest);
            yield return version;
        }

        meter.InboxSeen(oldest);
    }

    private Task<UploadedPhoto?> OpenAsync(Func<Task<UploadedPhoto?>> open, CancellationToken cancellationToken)
    {
        var begunAt = stages.Now;
        return stages.RunAsync(StageNames.Open, async () =>
        {
            var upload = await open();
            if (upload is not null)
            {
                await traces.EnterAsync(upload.Version, begunAt, cancellationToken);
            }

            return upload;
        });
    }
}
