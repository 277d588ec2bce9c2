using Azure.Storage.Sas;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Storage.Links;

/// <summary>Links with which one photo each is put into the inbox: they create a blob that is not there, and do nothing else.</summary>
internal sealed class UploadLinks(StorageAccount storage, SignedLinks links)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public Task<IReadOnlyList<SignedLink>> CreateAsync(IEnumerable<UploadOffer> offers, CancellationToken cancellationToken) =>
        links.SignAsync(
            [
                .. from offer in offers
                   select (storage.Uploads.GetBlobClient(offer.BlobName), new BlobSasBuilder(BlobSasPermissions.Create, default)),
            ],
            Lifetime,
            cancellationToken);
}
