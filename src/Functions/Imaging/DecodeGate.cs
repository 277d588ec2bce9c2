namespace PhotoFunctions.Functions.Imaging;

/// <summary>
/// As many photos at once as there are cores. One that may have ended the process before goes alone, so that it takes no other along; and so
/// does one that needs much memory.
/// </summary>
internal sealed class DecodeGate : IDisposable
{
    private static readonly int Cores = Environment.ProcessorCount;
    private readonly SemaphoreSlim _cores = new(Cores);
    private readonly SemaphoreSlim _alone = new(1);

    public async Task<T> RunAsync<T>(Func<T> work, bool alone, CancellationToken cancellationToken)
    {
        if (!alone)
        {
            return await RunAsync(work, 1, cancellationToken);
        }

        await _alone.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(work, Cores, cancellationToken);
        }
        finally
        {
            _alone.Release();
        }
    }

    public void Dispose()
    {
        _cores.Dispose();
        _alone.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<T> work, int slots, CancellationToken cancellationToken)
    {
        var taken = 0;
        try
        {
            for (; taken < slots; taken++)
            {
                await _cores.WaitAsync(cancellationToken);
            }

            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            if (taken > 0)
            {
                _cores.Release(taken);
            }
        }
    }
}
