using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Reminders;

namespace PhotoFunctions.Functions.Tests.Storage.Reminders;

public sealed class ReminderCountsTests(EmulatorFixture emulator) : IAsyncLifetime
{
    private static readonly CohortCode Cohort = CohortCode.Parse("MAILCOUNT1").Value!;
    private readonly FunctionApp _app = new(emulator);
    private readonly SetClock _clock = new(new DateTimeOffset(2027, 6, 23, 2, 0, 0, 500, TimeSpan.Zero));
    private int _lines;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Counts_on_from_what_was_settled_before()
    {
        var counts = new ReminderCounts(_app.Services.GetRequiredService<StorageAccount>(), _clock);
        await AddAsync(Cohort, ReminderStatus.Sent, 3, TimeSpan.FromDays(3));
        await AddAsync(Cohort, ReminderStatus.Sent, 2, TimeSpan.FromMinutes(10));
        await AddAsync(Cohort, ReminderStatus.Failed, 4, TimeSpan.FromDays(2));
        await AddAsync(Cohort, ReminderStatus.Unknown, 1, TimeSpan.FromDays(2));
        await AddAsync(Cohort, ReminderStatus.Pending, 2, TimeSpan.Zero);
        await AddAsync(Cohort, ReminderStatus.Sending, 1, TimeSpan.Zero);
        await AddAsync(Cohort, ReminderStatus.Dropped, 5, TimeSpan.FromDays(1));
        await AddAsync(CohortCode.Parse("MAILCOUNT10").Value!, ReminderStatus.Failed, 7, TimeSpan.FromDays(1));

        var first = await counts.CountAsync(Cohort, null, Token);
        await AddAsync(Cohort, ReminderStatus.Sent, 6, TimeSpan.FromMinutes(1));
        var second = await counts.CountAsync(Cohort, first, Token);
        _clock.Now += TimeSpan.FromHours(2);
        var third = await counts.CountAsync(Cohort, second, Token);

        Assert.Equal((2, 1, 5, 4, 1, 3), Numbers(first));
        Assert.Equal((2, 1, 11, 4, 1, 3), Numbers(second));
        Assert.Equal((2, 1, 11, 4, 1, 11), Numbers(third));
        Assert.Equal(third, await counts.CountAsync(Cohort, null, Token));

        // A clock that was set back counts all of them anew.
        _clock.Now -= TimeSpan.FromHours(2);
        Assert.Equal(second, await counts.CountAsync(Cohort, third, Token));
    }

    private static (int Pending, int Sending, int Sent, int Failed, int Unsure, int Settled) Numbers(MailCounts counts) =>
        (counts.Pending, counts.Sending, counts.Sent, counts.Failed, counts.Unknown, counts.Settled);

    private async Task AddAsync(CohortCode cohort, ReminderStatus status, int count, TimeSpan ago)
    {
        var (day, at) = (new DateOnly(2027, 6, 20), _clock.Now - ago);
        var point = TeachingPointCode.Parse("TP1").Value!;
        await new TableReminderLedger(_app.Services.GetRequiredService<StorageAccount>()).AddAsync(
            [
                .. Enumerable.Range(0, count).Select(_ => new ReminderEntry
                {
                    Key = new ReminderKey(
                        cohort, point, ReminderKind.PhotoRejected, new Occasion(day), StudentNumber.Parse($"S{_lines++:D3}").Value!),
                    Status = status,
                    DueOn = day,
                    PlannedAt = at,
                    Since = at,
                }),
            ],
            Token);
    }
}
