using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>
/// Which versions are done, for good. The paths are the real host's, with the name's hash instead of the name:
/// receipts stay for years, and the names of photos are citizen ID numbers.
/// </summary>
internal sealed class BlobReceipts(HostStorage storage, FunctionManifest function, string container)
{
    private static readonly BinaryData Completed = BinaryData.FromString("{\"Completed\":true}");

    public Task<bool> ExistsAsync(BlobVersion version, CancellationToken cancellationToken) =>
        storage.ExistsAsync(Name(version), cancellationToken);

    public Task WriteAsync(BlobVersion version, CancellationToken cancellationToken) =>
        storage.WriteAsync(Name(version), Completed, cancellationToken);

    private string Name(BlobVersion version) =>
        $"blobreceipts/{storage.HostId}/{function.Id}/{version.ETag}/{container}/{version.NameHash}";
}
