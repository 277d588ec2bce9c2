using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace PhotoFunctions.Functions.Storage.Access;

/// <summary>
/// The keys that protect cookies and forms, a blob each: every instance of the app reads what another one wrote. Data Protection asks at
/// the start and once a day, and cannot wait asynchronously; the storage's own synchronous calls serve it.
/// </summary>
internal sealed class ProtectionKeyBlobs(StorageAccount storage) : IXmlRepository
{
    /// <summary>Where they lie in the container.</summary>
    public const string Folder = "data-protection/";

    private const string Extension = ".xml";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        try
        {
            // One is added every three months.
            return
            [
                .. storage.Keys.GetBlobs(new GetBlobsOptions { Prefix = Folder })
                    .Select(blob => XElement.Parse(storage.Keys.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString())),
            ];
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            // The container is made with the first key.
            return [];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        storage.Keys.CreateIfNotExists();
        try
        {
            storage.Keys.GetBlobClient(Folder + friendlyName + Extension).Upload(
                BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } });
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            // The name holds the key's random id: this very write got through, and only its answer was lost.
        }
    }
}
