namespace PhotoFunctions.TestKit.Fakes;

/// <summary>Counts the calls that leave the process and lets one of them fail, before or after its effect, as an outage would.</summary>
public sealed class FaultPlan
{
    private int _calls;
    private int _failingCall;
    private bool _afterEffect;

    /// <summary>How many calls there were since the last change of plan.</summary>
    public int Calls => _calls;

    /// <summary>
    /// From now on one call fails, counted from 1; 0 for none. With <paramref name="afterEffect"/> its work is done but the answer is lost.
    /// </summary>
    public void FailAt(int call, bool afterEffect)
    {
        _calls = 0;
        _failingCall = call;
        _afterEffect = afterEffect;
    }

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
