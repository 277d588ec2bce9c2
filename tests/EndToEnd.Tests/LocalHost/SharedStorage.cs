using PhotoFunctions.EndToEnd.Tests.LocalHost;
using PhotoFunctions.TestKit;

[assembly: AssemblyFixture(typeof(SharedStorage))]

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>One emulator for all tests that ask for it; each test uses containers and queues of its own.</summary>
public sealed class SharedStorage : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private StorageEmulator? _emulator;

    public async Task<string> ConnectAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            _emulator ??= await StorageEmulator.StartAsync(cancellationToken);
            return _emulator.ConnectionString;
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }

        _starting.Dispose();
    }
}
