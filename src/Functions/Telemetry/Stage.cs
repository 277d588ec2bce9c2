namespace PhotoFunctions.Functions.Telemetry;

/// <summary>One stage of one photo: a measurement, and a span when somebody listens.</summary>
internal sealed class Stage(string name, AppMeter meter, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly DateTimeOffset _begunAt = time.GetUtcNow();

    /// <summary>What ended it; null when it came to its end.</summary>
    public Exception? Failed { get; set; }

    /// <summary>
    /// Ends it. The span is made now, with the time at which the stage began: only behind the first stage it is known which photo, and so
    /// which trace, it belongs to.
    /// </summary>
    public void End()
    {
        var took = time.GetElapsedTime(_start);
        meter.Stage(name, took);
        InvocationScope.Current?.StageEnded(name, _begunAt, _begunAt + took, Failed);
    }
}
