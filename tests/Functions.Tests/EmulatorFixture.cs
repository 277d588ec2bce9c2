using PhotoFunctions.Functions.Tests;
using PhotoFunctions.TestKit;

[assembly: AssemblyFixture(typeof(EmulatorFixture))]

namespace PhotoFunctions.Functions.Tests;

/// <summary>One Azurite for all tests of the assembly; they keep apart by cohort codes of their own.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private StorageEmulator? _emulator;

    public string ConnectionString => _emulator!.ConnectionString;

    public async ValueTask InitializeAsync() => _emulator = await StorageEmulator.StartAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
