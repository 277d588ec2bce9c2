using System.Diagnostics.Metrics;
using System.Text.Json;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// What the app counts and measures. The values of all tags come from closed sets (codes, outcomes, stages, routes), so that no person
/// stands in them and their number is bounded. Alerts use these names: docs/operations.md.
/// </summary>
internal sealed class AppMeter
{
    public const string Name = "PhotoFunctions";

    /// <summary>The value of a tag that says nothing here.</summary>
    public const string None = "none";

    // The host calls every five minutes; what one instance saw long ago, another one may have seen to.
    private static readonly TimeSpan SightLasts = TimeSpan.FromMinutes(11);
    private static readonly InstrumentAdvice<double> Waits = new()
    {
        HistogramBucketBoundaries = [1, 2, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 86400],
    };

    private static readonly InstrumentAdvice<double> Works = new()
    {
        HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    };

    private readonly TimeProvider _time;
    private readonly Counter<long> _photos;
    private readonly Histogram<double> _waits;
    private readonly Histogram<double> _stages;
    private readonly Counter<long> _mails;
    private readonly Counter<long> _reconciled;
    private readonly Counter<long> _calls;
    private readonly Histogram<double> _requests;
    private Sight? _inbox;

    public AppMeter(IMeterFactory meters, [FromKeyedServices(Settings.Clocks.Real)] TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(Name);
        _photos = meter.CreateCounter<long>(
            "photofunctions.photos", "{photo}", "Upload versions that were decided, by outcome and first finding.");
        _waits = meter.CreateHistogram("photofunctions.photo.wait", "s", "From the write of an upload to its outcome.", advice: Waits);
        _stages = meter.CreateHistogram(
            "photofunctions.photo.stage.duration", "s", "One stage of one photo, the wait for a free core included.", advice: Works);
        _mails = meter.CreateCounter<long>(
            "photofunctions.mails", "{mail}", "Mails that came to an end, or that the provider did not take now.");
        _reconciled = meter.CreateCounter<long>("photofunctions.reconciled", "{upload}", "Uploads that the trigger had missed.");
        _calls = meter.CreateCounter<long>("photofunctions.storage.calls", "{call}", "Storage transactions, retries included.");
        _requests = meter.CreateHistogram("photofunctions.requests", "s", "Requests to the API and the pages.", advice: Works);
        meter.CreateObservableGauge(
            "photofunctions.inbox.age", ObserveInbox, "s", "Age of the oldest upload in the inbox, when it is older than ten minutes.");
    }

    public void Photo(UploadOutcome outcome, string? code) => _photos.Add(1, new("outcome", NameOf(outcome)), new("code", code ?? None));

    public void Wait(TimeSpan wait) => _waits.Record(Math.Max(0, wait.TotalSeconds));

    public void Stage(string stage, TimeSpan took) => _stages.Record(took.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    public void Mail(string outcome, ReminderKind kind, string? provider) =>
        _mails.Add(1, new("outcome", outcome), new("kind", NameOf(kind)), new("provider", provider ?? None));

    public void Reconciled(int uploads) => _reconciled.Add(uploads);

    public void StorageCall(string service, string status) => _calls.Add(1, new("service", service), new("status", status));

    public void Request(string route, string method, int status, TimeSpan took) =>
        _requests.Record(took.TotalSeconds, new("route", route), new("method", method), new("status", status));

    /// <summary>How old the oldest upload was when somebody looked into the inbox.</summary>
    public void InboxSeen(TimeSpan oldest) => _inbox = new Sight(oldest, _time.GetTimestamp());

    /// <summary>Outcomes, kinds and the like as people read them in addresses and answers.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private IEnumerable<Measurement<double>> ObserveInbox() =>
        _inbox is { } sight && _time.GetElapsedTime(sight.At) < SightLasts ? [new(Math.Max(0, sight.Oldest.TotalSeconds))] : [];

    private sealed record Sight(TimeSpan Oldest, long At);
}
