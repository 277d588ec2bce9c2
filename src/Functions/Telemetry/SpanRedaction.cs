using System.Diagnostics;
using OpenTelemetry;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>Stands in front of every exporter of spans, and lets through what <see cref="AllowList"/> names.</summary>
internal sealed class SpanRedaction : BaseProcessor<Activity>
{
    public const string ExceptionEvent = "exception";

    public override void OnEnd(Activity data)
    {
        foreach (var key in data.TagObjects.Select(tag => tag.Key).Where(key => !AllowList.SpanTags.Contains(key)).ToList())
        {
            data.SetTag(key, null);
        }

        // The description of a status is free text.
        data.SetStatus(data.Status);
        data.TraceStateString = null;

        // Events and links cannot be changed any more: a span with a foreign one is not exported at all.
        if (data.Events.Any(IsForeign) || data.Links.Any(link => link.Tags?.Any() == true || link.Context.TraceState is not null))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    private static bool IsForeign(ActivityEvent told) =>
        told.Name != ExceptionEvent || told.Tags.Any(tag => !AllowList.EventTags.Contains(tag.Key));
}
