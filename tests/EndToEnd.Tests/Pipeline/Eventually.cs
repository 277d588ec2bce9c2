namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>Asks again until the answer is there, or a deadline has passed.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    public static async Task<T> GetAsync<T>(string what, Func<Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var time = TimeProvider.System;
        for (var started = time.GetTimestamp(); time.GetElapsedTime(started) < Deadline; await Task.Delay(Interval, time, cancellationToken))
        {
            if (await ask() is { } answer)
            {
                return answer;
            }
        }

        throw new TimeoutException($"Expected within {Deadline.TotalSeconds} s: {what}.");
    }

    public static Task BeAsync(string what, Func<Task<bool>> ask, CancellationToken cancellationToken) =>
        GetAsync(what, async () => await ask() ? what : null, cancellationToken);
}
