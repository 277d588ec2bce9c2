using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.Functions.Storage.Links;

/// <summary>The key with which links are signed for the app's identity: asked for once, and again shortly before it ends.</summary>
internal sealed class DelegationKeys(BlobServiceClient storage, TimeProvider time) : IDisposable
{
    // Storage gives at most seven days; a key that ends soon is a key that cannot leak for long.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);
    private readonly SemaphoreSlim _once = new(1);
    private volatile UserDelegationKey? _key;

    /// <summary>A key that is still good at the given moment: a link does not outlive the key that signed it.</summary>
    public async Task<UserDelegationKey> GetAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (_key is { } known && known.SignedExpiresOn > until)
        {
            return known;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            if (_key is { } other && other.SignedExpiresOn > until)
            {
                return other;
            }

            var now = time.GetUtcNow();
            var options = new BlobGetUserDelegationKeyOptions(now + Lifetime) { StartsOn = now - Skew };
            return _key = (await storage.GetUserDelegationKeyAsync(options, cancellationToken)).Value;
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose() => _once.Dispose();
}
