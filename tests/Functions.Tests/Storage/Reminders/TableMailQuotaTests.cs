using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Reminders;

namespace PhotoFunctions.Functions.Tests.Storage.Reminders;

public sealed class TableMailQuotaTests(EmulatorFixture emulator) : IAsyncLifetime
{
    private readonly FunctionApp _app = new(emulator);
    private readonly SetClock _clock = new(new DateTimeOffset(2027, 6, 23, 1, 58, 30, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Gives_what_a_minute_and_an_hour_have_left()
    {
        var quota = Quota(new MailLimits("hour", 30, 70));

        Assert.Equal(new MailAllowance(20, null), await quota.TakeAsync(20, Token));
        Assert.Equal(new MailAllowance(10, At(1, 59)), await quota.TakeAsync(20, Token));
        Assert.Equal(new MailAllowance(0, At(1, 59)), await quota.TakeAsync(1, Token));
        _clock.Now = At(1, 59);
        Assert.Equal(new MailAllowance(30, null), await quota.TakeAsync(30, Token));
        _clock.Now = At(1, 59).AddSeconds(59);
        Assert.Equal(new MailAllowance(0, At(2, 0)), await quota.TakeAsync(5, Token));
        _clock.Now = At(2, 0);
        Assert.Equal(new MailAllowance(30, At(2, 1)), await quota.TakeAsync(100, Token));
        _clock.Now = At(2, 1);
        Assert.Equal(new MailAllowance(30, At(2, 2)), await quota.TakeAsync(100, Token));
        _clock.Now = At(2, 2);
        Assert.Equal(new MailAllowance(10, At(3, 0)), await quota.TakeAsync(100, Token));
    }

    [Fact]
    public async Task Gives_no_more_than_there_is_to_many_at_once()
    {
        var limits = new MailLimits("crowd", 50, null);

        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var sum = 0;
            for (var i = 0; i < 10; i++)
            {
                sum += (await Quota(limits).TakeAsync(1, Token)).Granted;
            }

            return sum;
        })));

        Assert.Equal(50, given.Sum());
    }

    [Fact]
    public async Task Loses_what_it_took_when_the_answer_was_lost()
    {
        var quota = Quota(new MailLimits("lost", 30, 100));
        await quota.TakeAsync(1, Token);

        _app.Faults.LoseAnswerTo(2);
        Assert.Equal(10, (await quota.TakeAsync(10, Token)).Granted);

        Assert.Equal(9, (await quota.TakeAsync(30, Token)).Granted);
    }

    [Fact]
    public async Task Forgets_old_hours_and_costs_two_calls()
    {
        var quota = Quota(new MailLimits("old", 30, 100));
        await quota.TakeAsync(1, Token);
        _clock.Now += TimeSpan.FromHours(47);
        await quota.TakeAsync(1, Token);
        Assert.Equal(["old~2027062301", "old~2027062500"], await HoursAsync("old"));

        _clock.Now += TimeSpan.FromHours(2);
        await quota.TakeAsync(1, Token);

        Assert.Equal(["old~2027062500", "old~2027062502"], await HoursAsync("old"));
        _app.Calls.Reset();
        await quota.TakeAsync(1, Token);
        Assert.Equal(2, _app.Calls.Count);
    }

    [Fact]
    public async Task Writes_nothing_down_without_limits()
    {
        _app.Calls.Reset();

        Assert.Equal(new MailAllowance(1_000_000, null), await Quota(new MailLimits("free", null, null)).TakeAsync(1_000_000, Token));

        Assert.Equal(0, _app.Calls.Count);
    }

    private static DateTimeOffset At(int hour, int minute) => new(2027, 6, 23, hour, minute, 0, TimeSpan.Zero);

    private TableMailQuota Quota(MailLimits limits) => new(_app.Services.GetRequiredService<StorageAccount>(), limits, _clock);

    private async Task<List<string>> HoursAsync(string provider) =>
        await new TableServiceClient(emulator.ConnectionString).GetTableClient("Reminders")
            .QueryAsync<TableEntity>(row => row.PartitionKey == "quota", cancellationToken: Token)
            .Select(row => row.RowKey)
            .Where(hour => hour.StartsWith($"{provider}~", StringComparison.Ordinal))
            .ToListAsync(Token);
}
