using Azure.Storage.Blobs;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// Gives the data keys: from settings, or, on the emulator only, generated at the first run and kept beside the data that they protect.
/// </summary>
internal sealed class DataKeysSource(AppSettings settings, StorageAccount storage) : IDisposable
{
    private const string LocalKeys = "local-data-keys.json";
    private readonly SemaphoreSlim _once = new(1);
    private DataKeys? _keys;

    public async ValueTask<DataKeys> GetAsync(CancellationToken cancellationToken)
    {
        if (_keys is { } keys)
        {
            return keys;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            return _keys ??= Configured() ?? Parse(await LocalSecret.ReadOrKeepAsync(LocalBlob(), Generate(), cancellationToken));
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>The same for callers that cannot wait asynchronously, with the storage's synchronous calls.</summary>
    public DataKeys Get()
    {
        if (_keys is { } keys)
        {
            return keys;
        }

        _once.Wait();
        try
        {
            return _keys ??= Configured() ?? Parse(LocalSecret.ReadOrKeep(LocalBlob(), Generate()));
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose() => _once.Dispose();

    private static Stored Generate()
    {
        var (indexKey, encryptionKeys) = DataKeys.Generate();
        return new Stored(indexKey, encryptionKeys);
    }

    private static DataKeys Parse(Stored stored) => DataKeys.Parse(stored.IndexKey, stored.EncryptionKeys);

    private DataKeys? Configured() => settings is { IndexKey.Length: > 0, EncryptionKeys.Length: > 0 }
        ? DataKeys.Parse(settings.IndexKey, settings.EncryptionKeys)
        : null;

    private BlobClient LocalBlob() => storage.Keys.GetBlobClient(LocalKeys);

    private sealed record Stored(string IndexKey, string EncryptionKeys);
}
