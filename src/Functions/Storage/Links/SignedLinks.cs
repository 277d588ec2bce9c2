using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Storage.Links;

/// <summary>
/// Signs links to single blobs: with the account's key where the connection string has it, else with a key that storage gives to the
/// app's identity. The storage judges the times in them by its own clock, which no setting of ours moves.
/// </summary>
internal sealed class SignedLinks(DelegationKeys keys, [FromKeyedServices(Clocks.Real)] TimeProvider time)
{
    // The clocks of two machines differ.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Makes links that all end at the same moment.</summary>
    /// <param name="links">The blobs, each with what its link allows; the times are set here.</param>
    /// <param name="lifetime">For how long the links are good.</param>
    /// <param name="cancellationToken">Ends the request for a key.</param>
    /// <returns>The links, in the order of the blobs.</returns>
    public async Task<IReadOnlyList<SignedLink>> SignAsync(
        IReadOnlyList<(BlobClient Blob, BlobSasBuilder Allowed)> links, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        // Links tell whole seconds.
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var signed = new List<SignedLink>();
        foreach (var (blob, allowed) in links)
        {
            allowed.BlobContainerName = blob.BlobContainerName;
            allowed.BlobName = blob.Name;
            allowed.Resource = "b";
            allowed.StartsOn = now - Skew;
            allowed.ExpiresOn = now + lifetime;

            // Only the emulator on this machine speaks without TLS.
            allowed.Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp;
            var url = blob.CanGenerateSasUri
                ? blob.GenerateSasUri(allowed)
                : blob.GenerateUserDelegationSasUri(allowed, await keys.GetAsync(allowed.ExpiresOn, cancellationToken));
            signed.Add(new SignedLink(url, allowed.ExpiresOn));
        }

        return signed;
    }
}
