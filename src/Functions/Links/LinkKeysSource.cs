using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Links;

/// <summary>Gives the link keys: from the setting, or, on the emulator only, generated at the first run and kept there.</summary>
internal sealed class LinkKeysSource(AppSettings settings, StorageAccount storage) : IDisposable
{
    private const string LocalKeys = "local-link-keys.json";
    private readonly SemaphoreSlim _once = new(1);
    private LinkKeys? _keys;

    public async ValueTask<LinkKeys> GetAsync(CancellationToken cancellationToken)
    {
        if (_keys is { } keys)
        {
            return keys;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            return _keys ??= LinkKeys.Parse(
                settings.LinkKeys.Length > 0 ? settings.LinkKeys : await ReadOrGenerateLocalAsync(cancellationToken));
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose() => _once.Dispose();

    private async Task<string> ReadOrGenerateLocalAsync(CancellationToken cancellationToken)
    {
        var kept = await LocalSecret.ReadOrKeepAsync(
            storage.Keys.GetBlobClient(LocalKeys), new Stored(Links.LinkKeys.Generate()), cancellationToken);
        return kept.LinkKeys;
    }

    private sealed record Stored(string LinkKeys);
}
