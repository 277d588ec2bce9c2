using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Emulator;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.TestKit;

/// <summary>A real Azurite of its own, in memory, on free ports.</summary>
public sealed class StorageEmulator : IAsyncDisposable
{
    private readonly Watchdog _watchdog;
    private readonly Azurite _azurite;

    private StorageEmulator(Watchdog watchdog, Azurite azurite, string connectionString)
    {
        _watchdog = watchdog;
        _azurite = azurite;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static async Task<StorageEmulator> StartAsync(CancellationToken cancellationToken)
    {
        var options = new HostOptions
        {
            InMemory = true,
            BlobPort = LoopbackPorts.FindFree(),
            QueuePort = LoopbackPorts.FindFree(),
            TablePort = LoopbackPorts.FindFree(),
        };
        var watchdog = Watchdog.Start();
        var azurite = await Azurite.StartAsync(options, watchdog, TimeProvider.System, cancellationToken);
        return new StorageEmulator(watchdog, azurite, StorageEndpoints.ConnectionString(options));
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _watchdog.Dispose();
    }
}
