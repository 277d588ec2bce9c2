using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>Ends calls as the death of the process would: before their effect, or after it, with the answer lost.</summary>
public sealed class Crashes(Random random)
{
    private readonly Lock _gate = new();

    /// <summary>The share of calls that are ended, 0 to 1.</summary>
    public double Share { get; set; }

    /// <summary>How many were ended.</summary>
    public int Count { get; private set; }

    public async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        var (before, after) = Draw();
        if (before)
        {
            throw new SimulatedOutageException();
        }

        var answer = await call();
        return after ? throw new SimulatedOutageException() : answer;
    }

    private (bool Before, bool After) Draw()
    {
        lock (_gate)
        {
            if (random.NextDouble() >= Share)
            {
                return (false, false);
            }

            Count++;
            return random.Next(2) == 0 ? (true, false) : (false, true);
        }
    }
}
