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
            return _keys ??= settings is { IndexKey.Length: > 0, EncryptionKeys.Length: > 0 }
                ? DataKeys.Parse(settings.IndexKey, settings.EncryptionKeys)
                : await ReadOrGenerateLocalAsync(cancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose() => _once.Dispose();

    private async Task<DataKeys> ReadOrGenerateLocalAsync(CancellationToken cancellationToken)
    {
        var (indexKey, encryptionKeys) = DataKeys.Generate();
        var stored = await LocalSecret.ReadOrKeepAsync(
            storage.Keys.GetBlobClient(LocalKeys), new Stored(indexKey, encryptionKeys), cancellationToken);
        return DataKeys.Parse(stored.IndexKey, stored.EncryptionKeys);
    }

    private sealed record Stored(string IndexKey, string EncryptionKeys);
}
