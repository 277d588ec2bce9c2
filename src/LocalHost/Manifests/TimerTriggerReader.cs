using System.Text.RegularExpressions;
using Cronos;

namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>Reads a timer's binding: an NCRONTAB schedule, or a setting that holds one.</summary>
internal static partial class TimerTriggerReader
{
    private const string Key = "schedule";

    public static TimerTrigger Read(ManifestNode trigger, Func<string, string?> setting)
    {
        trigger.AllowOnly("type", "direction", "name", Key, "runOnStartup", "useMonitor");
        return new TimerTrigger
        {
            BindingName = trigger.RequiredText("name"),
            Schedule = ReadSchedule(trigger, setting),
            RunOnStartup = trigger.Flag("runOnStartup") ?? false,
            UseMonitor = trigger.Flag("useMonitor"),
        };
    }

    private static CronExpression ReadSchedule(ManifestNode trigger, Func<string, string?> setting)
    {
        var text = FunctionManifestReader.Expand(trigger, Key, setting).Trim();

        // Cronos also knows L, W, # and ?, which the host's NCRONTAB refuses.
        if (!Fields().IsMatch(text))
        {
            throw Refused();
        }

        try
        {
            return CronExpression.Parse(text, CronFormat.IncludeSeconds);
        }
        catch (CronFormatException)
        {
            throw Refused();
        }

        HostStartException Refused() => trigger.Refuse(
            Key, $"expected six NCRONTAB fields {{second}} {{minute}} {{hour}} {{day}} {{month}} {{day-of-week}} but received \"{text}\"");
    }

    [GeneratedRegex(
        "^([0-9*,/\\-]+\\s+){4}"
        + "(?:[0-9*,/\\-]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)+\\s+"
        + "(?:[0-9*,/\\-]|sun|mon|tue|wed|thu|fri|sat)+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fields();
}
