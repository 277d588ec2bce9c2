namespace PhotoFunctions.TestKit.Fakes;

/// <summary>Counts the calls that leave the process and lets one of them fail, before or after its effect, as an outage would.</summary>
public sealed class FaultPlan
{
    private readonly int _failingCall;
    private readonly bool _afterEffect;
    private int _calls;

    private FaultPlan(int failingCall, bool afterEffect)
    {
        _failingCall = failingCall;
        _afterEffect = afterEffect;
    }

    /// <summary>How many calls there were.</summary>
    public int Calls => _calls;

    /// <summary>No call fails.</summary>
    public static FaultPlan None() => new(0, false);

    /// <summary>One call fails, counted from 1; with <paramref name="afterEffect"/> the work is done but its answer is lost.</summary>
    public static FaultPlan FailingAt(int call, bool afterEffect) => new(call, afterEffect);

    internal async Task<T> RunAsync<T>(Func<Task<T>> effect)
    {
        var fails = Interlocked.Increment(ref _calls) == _failingCall;
        if (fails && !_afterEffect)
        {
            throw new SimulatedOutageException();
        }

        var result = await effect();
        return fails ? throw new SimulatedOutageException() : result;
    }

    internal Task<T> RunAsync<T>(Func<T> effect) => RunAsync(() => Task.FromResult(effect()));

    internal Task RunAsync(Action effect) => RunAsync(() =>
    {
        effect();
        return true;
    });
}
