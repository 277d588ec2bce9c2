using System.Diagnostics;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// The app's own spans, the only ones that are exported. What frameworks and clients would tell by themselves holds addresses, and
/// addresses of the inbox hold ID numbers.
/// </summary>
internal static class Tracing
{
    public const string SourceName = "PhotoFunctions";

    private static readonly ActivitySource Source = new(SourceName);

    // The next root that this thread starts gets this trace.
    [ThreadStatic]
    private static ActivityTraceId? _wanted;

    /// <summary>Whether anybody listens: without an exporter nothing is made.</summary>
    public static bool IsOn => Source.HasListeners();

    /// <summary>
    /// Lets a root have a trace of our choice. As a root, unlike below an invented parent, it is sampled by what OTEL_TRACES_SAMPLER
    /// says, and so that all deliveries of a photo are kept or none.
    /// </summary>
    public static void Prepare() => Activity.TraceIdGenerator = static () => _wanted ?? ActivityTraceId.CreateRandom();

    /// <summary>
    /// Starts a span that has no parent. What a caller says about its own trace is not taken over: it would decide what is recorded, and
    /// its words would be exported.
    /// </summary>
    public static Activity? StartRoot(string name, ActivityKind kind, ActivityTraceId? trace, DateTimeOffset at, ActivityContext? cause)
    {
        var before = Activity.Current;
        Activity.Current = null;
        _wanted = trace;
        try
        {
            ActivityLink[]? links = cause is { } context ? [new ActivityLink(context)] : null;
            return Source.StartActivity(name, kind, default(ActivityContext), null, links, at);
        }
        finally
        {
            _wanted = null;
            Activity.Current = before;
        }
    }

    /// <summary>Makes a span of what is over.</summary>
    public static void Add(string name, ActivityContext parent, DateTimeOffset from, DateTimeOffset to, string stage, Exception? failed)
    {
        var before = Activity.Current;
        using (var span = Source.StartActivity(name, ActivityKind.Internal, parent, null, null, from))
        {
            span?.SetTag(Tags.Stage, stage);
            Fail(span, failed);
            span?.SetEndTime(to.UtcDateTime);
        }

        Activity.Current = before;
    }

    public static void Stop(Activity span)
    {
        var before = Activity.Current;
        span.Stop();
        Activity.Current = before == span ? null : before;
    }

    /// <summary>Says what was thrown, without its words.</summary>
    public static void Fail(Activity? span, Exception? failed)
    {
        if (span is not null && failed is not null)
        {
            span.SetStatus(ActivityStatusCode.Error).SetTag(Tags.ErrorType, failed.GetType().FullName);
            span.AddEvent(new ActivityEvent(SpanRedaction.ExceptionEvent, tags: [.. ExceptionText.Of(failed)]));
        }
    }
}
