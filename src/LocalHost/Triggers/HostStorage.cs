using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.LocalHost.Triggers;

/// <summary>What the host itself remembers, in the container where the real host keeps it.</summary>
internal sealed class HostStorage(string connectionString, string hostId)
{
    private readonly BlobContainerClient _container = new(connectionString, "azure-webjobs-hosts");

    public string HostId => hostId;

    public Task CreateAsync(CancellationToken cancellationToken) => _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) =>
        await _container.GetBlobClient(name).ExistsAsync(cancellationToken);

    public async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public Task WriteAsync(string name, BinaryData content, CancellationToken cancellationToken) =>
        _container.GetBlobClient(name).UploadAsync(
            content, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, cancellationToken);
}
