using System.Globalization;
using Azure.Storage.Blobs;
using MimeKit;
using PhotoFunctions.LocalHost.Demo.Api;

namespace PhotoFunctions.LocalHost.Demo.Reminders;

/// <summary>
/// Shows the reminders: makes trouble with some verifications, sets the app's clock to the days on which somebody is written to, shows the
/// outbox, and answers one mail as its student.
/// </summary>
internal sealed class ReminderWalk(
    HostSession session, DemoApi api, BlobContainerClient outbox, string cohort, Func<DateTimeOffset> now, TextWriter output)
{
    private const int DaysAhead = 90;
    private const int MorningHour = 9;
    private static readonly string[] Verdicts = ["未通过", "不确定", "异常"];

    private readonly List<DemoMail> _mails = [];

    public async Task<MailReport> WalkAsync(
        IReadOnlyList<string> accepted, string awaiting, string folder, CancellationToken cancellationToken)
    {
        await MakeTroubleAsync(accepted, awaiting, cancellationToken);
        var dates = await FindDatesAsync(cancellationToken);
        await output.WriteLineAsync($"\nMails of the next {DaysAhead} days: the app's clock is set to {dates.Count} of them, one after the other.");
        Directory.CreateDirectory(folder);
        var (isClosed, link) = (false, (Uri?)null);
        foreach (var date in dates)
        {
            await session.SetClockAsync(At(date), cancellationToken);
            await api.RunRemindersAsync(cohort, cancellationToken);
            await ShowAsync(date, await FetchAsync(folder, cancellationToken));
            if (!isClosed && _mails.Where(mail => mail.ProofingLink is not null).ToList() is [var first, .. var others])
            {
                isClosed = await CloseLoopAsync(first, cancellationToken);
                link = others.LastOrDefault()?.ProofingLink;
            }
        }

        // What is uploaded from now on comes after all that has been: none of these days has happened to the photos.
        await session.SetClockAsync(now(), cancellationToken);
        var lines = await api.ListRemindersAsync(cohort, cancellationToken);
        var report = new MailReport(_mails, dates.Count, lines.Count(line => line.Status is "pending" or "sending" or "unknown"), isClosed, link);
        await output.WriteLineAsync($"  All of them as .eml files in {folder}");
        foreach (var line in report.Lines())
        {
            await output.WriteLineAsync(line);
        }

        return report;
    }

    private async Task MakeTroubleAsync(IReadOnlyList<string> accepted, string awaiting, CancellationToken cancellationToken)
    {
        var rows = accepted.Order(StringComparer.Ordinal).Zip(Verdicts, (number, verdict) => $"{number},{verdict}");
        await api.PostVerdictsAsync(cohort, $"学号,核验结果\n{string.Join('\n', rows)}\n", cancellationToken);
        await api.PostVerificationAsync(
            cohort, awaiting, new { @event = "recaptureRequired", by = "演示", reason = "往届照片核验未通过" }, cancellationToken);
    }

    // Tomorrow, when what is due already is sent; then the first day of each kind.
    private async Task<IReadOnlyList<DateOnly>> FindDatesAsync(CancellationToken cancellationToken)
    {
        var tomorrow = DateOnly.FromDateTime(now().DateTime).AddDays(1);
        var dates = new SortedSet<DateOnly> { tomorrow };
        var known = new HashSet<string>();
        for (var day = tomorrow; day < tomorrow.AddDays(DaysAhead); day = day.AddDays(1))
        {
            var preview = await api.PreviewRemindersAsync(cohort, day, cancellationToken);
            var kinds = preview.Counts.Where(count => count.Mails > 0).Select(count => count.Kind).Except(known).ToList();
            if (kinds.Count > 0)
            {
                dates.Add(day);
                known.UnionWith(kinds);
            }
        }

        return [.. dates];
    }

    private async Task<IReadOnlyList<DemoMail>> FetchAsync(string folder, CancellationToken cancellationToken)
    {
        var news = new List<DemoMail>();
        var known = _mails.Select(mail => mail.Line.OperationId).ToHashSet();
        foreach (var line in await api.ListRemindersAsync(cohort, cancellationToken))
        {
            if (line is not { Status: "sent", OperationId: { } operation } || known.Contains(operation))
            {
                continue;
            }

            var content = await outbox.GetBlobClient($"{cohort}/{operation}.eml").DownloadContentAsync(cancellationToken);
            await using var file = content.Value.Content.ToStream();
            news.Add(new DemoMail(line, await MimeMessage.LoadAsync(file, cancellationToken)));
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"{line.Kind}-{line.OccasionOn:yyyyMMdd}-{line.StudentNumber ?? line.TeachingPoint ?? "office"}.eml"),
                content.Value.Content.ToArray(),
                cancellationToken);
        }

        _mails.AddRange(news);
        return news;
    }

    private async Task ShowAsync(DateOnly date, IReadOnlyList<DemoMail> mails)
    {
        await output.WriteLineAsync($"  {At(date).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {mails.Count} mails");
        foreach (var kind in mails.GroupBy(mail => mail.Line.Kind))
        {
            await output.WriteLineAsync($"    {kind.Count(),3} × {kind.First().Message.Subject}");
        }
    }

    private async Task<bool> CloseLoopAsync(DemoMail mail, CancellationToken cancellationToken)
    {
        await DemoApi.AnswerAsync(mail.ProofingLink!, "correct", cancellationToken);
        return (await api.GetStudentAsync(cohort, mail.Line.StudentNumber!, cancellationToken)).Proofing == "confirmed";
    }

    private DateTimeOffset At(DateOnly date) => new(date, new TimeOnly(MorningHour, 0), now().Offset);
}
