namespace PhotoFunctions.LocalHost.Handlers;

/// <summary>The third crash within half an hour ends the host: restarting would only go round in circles.</summary>
internal sealed class CrashHistory(TimeProvider time)
{
    public const int Limit = 3;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    private readonly Queue<DateTimeOffset> _crashes = new();

    /// <returns>Whether the limit is reached.</returns>
    public bool Add()
    {
        var now = time.GetUtcNow();
        _crashes.Enqueue(now);
        while (now - _crashes.Peek() > Window)
        {
            _crashes.Dequeue();
        }

        return _crashes.Count >= Limit;
    }
}
