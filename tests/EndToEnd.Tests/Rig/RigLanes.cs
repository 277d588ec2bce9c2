using System.Collections.Concurrent;
using PhotoFunctions.EndToEnd.Tests.Rig;

[assembly: AssemblyFixture(typeof(RigLanes))]

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>A few lanes side by side; started when they are first needed.</summary>
public sealed class RigLanes : IAsyncDisposable
{
    private const int Most = 3;
    private readonly ConcurrentBag<RigLane> _free = [];
    private readonly SemaphoreSlim _places = new(Most);

    /// <summary>Runs all cases, each on a lane of its own while it lasts.</summary>
    /// <returns>What every case found wrong.</returns>
    internal async Task<IReadOnlyList<string>> RunAsync<T>(IEnumerable<T> cases, Func<T, RigLane, Task<IReadOnlyList<string>>> run)
    {
        var found = await Task.WhenAll(cases.Select(each => WithLaneAsync(lane => run(each, lane))));
        return [.. found.SelectMany(sentences => sentences)];
    }

    internal async Task<T> WithLaneAsync<T>(Func<RigLane, Task<T>> work)
    {
        await _places.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var lane = _free.TryTake(out var free) ? free : await RigLane.StartAsync();
            try
            {
                return await work(lane);
            }
            finally
            {
                _free.Add(lane);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _free)
        {
            await lane.DisposeAsync();
        }

        _places.Dispose();
    }
}
