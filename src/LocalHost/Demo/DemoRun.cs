using System.Globalization;
using Azure.Storage.Blobs;
using PhotoFunctions.LocalHost.Demo.Api;
using PhotoFunctions.LocalHost.Demo.Pages;
using PhotoFunctions.LocalHost.Demo.Reminders;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>Conducts the demo: set up, upload, follow, report; only the API and the storage account are used, as by anybody.</summary>
internal sealed class DemoRun(DemoOptions options, TextWriter output, bool isTerminal, TimeProvider time)
{
    /// <summary>All dates of the app are China Standard Time.</summary>
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    private readonly DemoProgress _progress = new(output, isTerminal);
    private readonly DateTimeOffset _now = time.GetUtcNow().ToOffset(ChinaOffset);

    /// <summary>The app's date when the demo began.</summary>
    private readonly DateTimeOffset _start = (options.Host.Clock ?? time.GetUtcNow()).ToOffset(ChinaOffset);

    /// <summary>Unlike every earlier run's, so that a demo over kept data starts afresh.</summary>
    private string Cohort => options.Cohort ?? $"demo-{Format("yyyyMMdd-HHmmss")}";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (host, generatedKey) = AdminKey.Ensure(options.Host with { LogLevel = LogLevel.Warning });
        var adminKey = generatedKey ?? Settings.AppSettings.Find(host, AdminKey.Setting)!;
        var sample = options.Roster is null ? SampleCase.Create(options.Students, options.Seed) : UserCase.Read(options.Roster, options.Photos!);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = time.GetTimestamp();
        var uploader = new PhotoUploader(_progress);
        var drawing = DrawAsync(uploader, sample, stop.Token);
        try
        {
            await output.WriteLineAsync("Starting the storage emulator and the app …");
            await using var session = await HostSession.StartAsync(host, time, cancellationToken);
            _ = session.Completion.ContinueWith(_ => stop.Cancel(), TaskScheduler.Default);
            using var api = new DemoApi(session.Address, adminKey);
            var storage = new BlobServiceClient(session.StorageConnectionString);
            var isGood = await PlayAsync(session, api, adminKey, storage, uploader, sample, drawing, started, stop.Token);
            if (options.Exit)
            {
                return isGood ? ExitCodes.Success : ExitCodes.Failure;
            }

            var deskKey = await api.IssueKeyAsync(sample.TeachingPoints[0].Code, stop.Token);
            await output.WriteLineAsync(DemoFarewell.Text(session, adminKey, deskKey, Cohort, sample));
            var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var end = cancellationToken.Register(() => ended.TrySetResult(isGood ? ExitCodes.Success : ExitCodes.Failure));
            return await await Task.WhenAny(session.Completion, ended.Task);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DemoException("The app or its host stopped by itself; its last lines above say why.");
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private async Task<(IReadOnlyList<(DemoUpload Upload, byte[] Content)> Photos, TimeSpan Took)> DrawAsync(
        PhotoUploader uploader, DemoCase sample, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var photos = await Task.Run(
            () => uploader.DrawAsync(sample.Uploads, options.Roster is null ? "drawn" : "read", cancellationToken), cancellationToken);
        return (photos, time.GetElapsedTime(started));
    }

    private async Task<bool> PlayAsync(
        HostSession session,
        DemoApi api,
        string adminKey,
        BlobServiceClient storage,
        PhotoUploader uploader,
        DemoCase sample,
        Task<(IReadOnlyList<(DemoUpload Upload, byte[] Content)> Photos, TimeSpan Took)> drawing,
        long started,
        CancellationToken cancellationToken)
    {
        await SetUpAsync(api, sample, cancellationToken);
        var (photos, drawingTook) = await drawing;
        var pipeline = time.GetTimestamp();
        var inbox = storage.GetBlobContainerClient("uploads");
        var places = sample.Cohorts.SelectMany(cohort => sample.TeachingPoints.Select(point => (Cohort + cohort.Suffix, point.Code))).ToList();
        var follower = new OutcomeFollower(api, inbox, time, _progress);
        var (sent, uploads, isQuiet) = (new List<UploadedBlob>(), (IReadOnlyList<DecidedUpload>)[], true);
        foreach (var wave in photos.GroupBy(photo => photo.Upload.IsFollowUp).OrderBy(wave => wave.Key))
        {
            sent.AddRange(await uploader.UploadAsync(inbox, Cohort, [.. wave], cancellationToken));
            (uploads, isQuiet) = await follower.FollowAsync(places, sent, cancellationToken);
        }

        var pipelineTook = time.GetElapsedTime(pipeline);

        var folder = options.Out?.FullName ?? Path.Combine(Environment.CurrentDirectory, ".demo", $"photos-{Format("yyyyMMdd-HHmmss")}");
        var accepted = uploads.Select(upload => upload.Outcome)
            .Where(outcome => outcome is { Outcome: Outcomes.Accepted, StudentNumber: not null })
            .Select(outcome => outcome!.StudentNumber!)
            .Distinct()
            .ToList();
        var files = await new PhotoFolder(api, storage.GetBlobContainerClient("photos")).WriteAsync(folder, Cohort, accepted, cancellationToken);
        var summary = await api.GetSummaryAsync(Cohort, cancellationToken);

        var report = new DemoReport(uploads, isQuiet);
        await output.WriteLineAsync();
        foreach (var line in OutcomeTable.Lines(uploads))
        {
            await output.WriteLineAsync(line);
        }

        await output.WriteLineAsync();
        var statuses = string.Join(", ", summary.Collection.Select(count => $"{count.Value} {count.Key}"));
        await output.WriteLineAsync($"{summary.Students} students: {statuses}");
        await output.WriteLineAsync($"{files} normalised photos in {folder}");
        await output.WriteLineAsync(
            $"{Seconds(time.GetElapsedTime(started))} in all: {(options.Roster is null ? "drawing" : "reading")} {Seconds(drawingTook)} "
            + $"(while the app started), upload to last outcome {Seconds(pipelineTook)}");

        // The clock goes on to days when mails are due, and back: only where nobody else uses the storage, and what happens is known.
        var mails = options is { Roster: null, Host.Storage: null }
            ? await new ReminderWalk(session, api, storage.GetBlobContainerClient("mail"), Cohort, Clock, output)
                .WalkAsync(accepted, sample.Awaiting!, Path.Combine(folder, "mails"), cancellationToken)
            : null;
        await LookAsync(session, adminKey, cancellationToken);
        foreach (var line in report.Lines())
        {
            await output.WriteLineAsync(line);
        }

        return report.IsGood && mails?.IsGood != false;
    }

    private async Task LookAsync(HostSession session, string adminKey, CancellationToken cancellationToken)
    {
        using var visitor = new PageVisitor(session.Address);
        var page = $"api/dashboard/{Cohort}";
        var bytes = await visitor.LookAsync(adminKey, page, cancellationToken);
        await output.WriteLineAsync($"dashboard: signed in with the admin key, {session.Address}{page} answers with {bytes} bytes");
    }

    private async Task SetUpAsync(DemoApi api, DemoCase sample, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(_start.DateTime);
        foreach (var cohort in sample.Cohorts)
        {
            var (opens, closes) = (today.AddDays(cohort.OpensInDays), today.AddDays(cohort.ClosesInDays));
            var settings = new
            {
                name = $"{opens.Year + 1}届",
                collectionOpensOn = opens,
                collectionClosesOn = closes,
                administratorMail = "office@example.edu",
            };
            await api.PutCohortAsync(Cohort + cohort.Suffix, settings, cancellationToken);
            await SetUpAsync(api, sample, Cohort + cohort.Suffix, cancellationToken);
        }
    }

    private async Task SetUpAsync(DemoApi api, DemoCase sample, string cohort, CancellationToken cancellationToken)
    {
        foreach (var (code, name) in sample.TeachingPoints)
        {
            await api.PutTeachingPointAsync(cohort, code, name, $"{code}@example.edu", cancellationToken);
        }

        var report = await api.PostRosterAsync(cohort, sample.Roster, sample.RosterContentType, cancellationToken);
        await output.WriteLineAsync(
            $"Cohort {cohort}: {sample.TeachingPoints.Count} teaching points, {report.Added} students added, {report.Rejected} rows refused");
        foreach (var error in report.Errors)
        {
            await output.WriteLineAsync($"  row {error.Row}: {error.MessageZh} ({error.Code})");
        }
    }

    // The app's clock, which --clock may have set.
    private DateTimeOffset Clock() => _start + (time.GetUtcNow() - _now);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private string Format(string format) => _now.ToString(format, CultureInfo.InvariantCulture);
}
