using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.LocalHost.Emulator;

/// <summary>
/// Lets pages of the app, and no others, use links to the emulator's blobs. A storage account in the cloud has its rules from whoever
/// runs it: it is left alone.
/// </summary>
internal static class BrowserAccess
{
    // The storage service keeps five rules.
    private const int MostOtherRules = 4;
    private const int MaxAgeInSeconds = 3600;

    public static async Task AllowAsync(string connectionString, int port, CancellationToken cancellationToken)
    {
        var blobs = new BlobServiceClient(connectionString);
        if (blobs.AccountName != StorageEndpoints.Account)
        {
            return;
        }

        var rule = Rule(port);
        BlobServiceProperties known = await blobs.GetPropertiesAsync(cancellationToken);
        known.Cors = [rule, .. known.Cors.Where(other => other.AllowedOrigins != rule.AllowedOrigins).Take(MostOtherRules)];
        await blobs.SetPropertiesAsync(known, cancellationToken);
    }

    private static BlobCorsRule Rule(int port) => new()
    {
        AllowedOrigins = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port},http://localhost:{port}"),
        AllowedMethods = "PUT,GET,HEAD",
        AllowedHeaders = "x-ms-blob-type,x-ms-version,content-type",
        ExposedHeaders = "etag,x-ms-error-code",
        MaxAgeInSeconds = MaxAgeInSeconds,
    };
}
