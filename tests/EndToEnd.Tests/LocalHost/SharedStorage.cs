using PhotoFunctions.EndToEnd.Tests.LocalHost;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Emulator;
using PhotoFunctions.LocalHost.Processes;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedStorage))]

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>One emulator in memory for all tests that ask for it; each test uses containers and queues of its own.</summary>
public sealed class SharedStorage : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private Watchdog? _watchdog;
    private Azurite? _azurite;
    private string _connectionString = "";

    public async Task<string> ConnectAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_azurite is not null)
                return _connectionString;
            var options = new HostOptions
            {
                BlobPort = LoopbackPorts.FindFree(),
                QueuePort = LoopbackPorts.FindFree(),
                TablePort = LoopbackPorts.FindFree(),
                InMemory = true,
            };
            _watchdog ??= Watchdog.Start();
            _azurite = await Azurite.StartAsync(options, _watchdog, TimeProvider.System, cancellationToken);
            return _connectionString = StorageEndpoints.ConnectionString(options);
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        _watchdog?.Dispose();
        _starting.Dispose();
    }
}
