using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// The last glance at each cohort: one JSON text, shared by all instances of the app. It is only ever written over the version that lay
/// there before the reading began, so that what retention has erased meanwhile stays erased.
/// </summary>
internal sealed class GlanceBlobs(StorageAccount storage)
{
    // Another form of the text gets another name: an older one is read anew, not misread.
    private const string Name = "glance-1.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(),
            new ParsedTextConverter<CohortCode>(CohortCode.Parse),
            new ParsedTextConverter<TeachingPointCode>(TeachingPointCode.Parse),
            new ParsedTextConverter<StudentNumber>(StudentNumber.Parse),
        },
    };

    /// <summary>What is stored; the known one itself when it is still that version, null when there is none.</summary>
    public async Task<StoredGlance?> FindAsync(CohortCode cohort, StoredGlance? known, CancellationToken cancellationToken)
    {
        var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = known?.Version } };
        try
        {
            var answer = await BlobOf(cohort).DownloadContentAsync(options, cancellationToken);
            if (answer.GetRawResponse().Status == (int)HttpStatusCode.NotModified)
            {
                return known;
            }

            var stored = answer.Value;
            return stored.Details.ContentLength > 0
                ? new StoredGlance(JsonSerializer.Deserialize<CohortGlance>(stored.Content, Json)!, stored.Details.ETag)
                : null;
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Takes the place of the cohort's glance, which is empty while there is none; returns the version that lies there.</summary>
    public async Task<ETag> ReserveAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await WriteAsync(cohort, BinaryData.Empty, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
            }
            catch (RequestFailedException ex) when (ex.Status is 409 or 412)
            {
                // Somebody else has taken it.
            }

            try
            {
                return (await BlobOf(cohort).GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ETag;
            }
            catch (RequestFailedException ex) when (ex.Status == 404)
            {
                // Erased in between.
            }
        }
    }

    /// <summary>Stores a glance in the place of a version; null when another version, or none, lies there now.</summary>
    public async Task<StoredGlance?> TryStoreAsync(CohortGlance glance, ETag over, CancellationToken cancellationToken)
    {
        var content = BinaryData.FromObjectAsJson(glance, Json);
        try
        {
            return new StoredGlance(
                glance, await WriteAsync(glance.Cohort, content, new BlobRequestConditions { IfMatch = over }, cancellationToken));
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            return null;
        }
    }

    private async Task<ETag> WriteAsync(
        CohortCode cohort, BinaryData content, BlobRequestConditions conditions, CancellationToken cancellationToken) =>
        (await BlobOf(cohort).UploadAsync(content, new BlobUploadOptions { Conditions = conditions }, cancellationToken)).Value.ETag;

    private BlobClient BlobOf(CohortCode cohort) => storage.Glances.GetBlobClient($"{cohort}/{Name}");
}
