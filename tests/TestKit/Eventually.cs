namespace PhotoFunctions.TestKit;

/// <summary>Waits for what must become true: asks often, and gives up at a deadline, so that no test sleeps for a fixed time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromMinutes(3);

    public static Task TrueAsync(Func<bool> condition, string what, CancellationToken cancellationToken, TimeSpan? patience = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, cancellationToken, patience);

    public static async Task TrueAsync(
        Func<Task<bool>> condition, string what, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (!await condition())
        {
            if (time.GetElapsedTime(started) > (patience ?? DefaultPatience))
            {
                throw new TimeoutException($"Not within {(patience ?? DefaultPatience).TotalSeconds} seconds: {what}.");
            }

            await Task.Delay(Interval, time, cancellationToken);
        }
    }
}
