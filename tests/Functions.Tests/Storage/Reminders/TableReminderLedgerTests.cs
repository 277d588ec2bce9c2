using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Reminders;
using PhotoFunctions.TestKit.Contracts;

namespace PhotoFunctions.Functions.Tests.Storage.Reminders;

/// <summary>The real ledger on a real Azurite under the contract that the fake fulfils, and what it costs.</summary>
public sealed class TableReminderLedgerTests(EmulatorFixture emulator) : ReminderLedgerContract, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2027, 6, 23, 1, 0, 0, TimeSpan.Zero);
    private readonly FunctionApp _app = new(emulator);

    protected override IReminderLedger Ledger => new TableReminderLedger(_app.Services.GetRequiredService<StorageAccount>());

    public async ValueTask InitializeAsync() => await _app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Costs_one_call_for_each_thing_done()
    {
        var lines = Enumerable.Range(0, 100).Select(i => Line("LEDGERCOST", $"S{i}")).ToList();

        _app.Calls.Reset();
        var added = await Ledger.AddAsync(lines, Token);
        Assert.Equal(1, _app.Calls.Count);
        var kinds = Enum.GetValues<ReminderKind>().TakeLast(4).ToDictionary(kind => kind, _ => (DateOnly?)new DateOnly(2027, 1, 1));
        Assert.Equal(100, (await Ledger.ReadAsync(lines[0].Key.Cohort, lines[0].Key.TeachingPoint, kinds, Token)).Count);
        Assert.Equal(2, _app.Calls.Count);
        await Ledger.TryChangeAsync(added[0] with { Status = ReminderStatus.Sending }, Token);
        Assert.Equal(3, _app.Calls.Count);
    }

    [Fact]
    public async Task Knows_its_own_change_whose_answer_was_lost()
    {
        var added = (await Ledger.AddAsync([Line("LEDGERLOST", "S1")], Token))[0];
        var operation = Guid.NewGuid().ToString();
        var claim = added with { Status = ReminderStatus.Sending, LeaseUntil = Now.AddMinutes(10), OperationId = operation };

        _app.Faults.LoseAnswerTo(1);
        var claimed = await Ledger.TryChangeAsync(claim, Token);

        Assert.Equal(claim with { Version = claimed?.Version }, claimed);
        _app.Faults.LoseAnswerTo(1);
        Assert.NotNull(await Ledger.TryChangeAsync(claimed! with { Status = ReminderStatus.Sent, LeaseUntil = null }, Token));
        Assert.Null(await Ledger.TryChangeAsync(claim, Token));
    }

    [Fact]
    public async Task Leaves_a_line_open_whose_addition_got_no_answer()
    {
        var line = Line("LEDGERMISSED", "S1");

        _app.Faults.LoseAnswerTo(1);
        Assert.Empty(await Ledger.AddAsync([line], Token));

        var open = new Dictionary<ReminderKind, DateOnly?> { [line.Key.Kind] = null };
        Assert.Equal(line.Key, Assert.Single(await Ledger.ReadAsync(line.Key.Cohort, line.Key.TeachingPoint, open, Token)).Key);
    }

    private static ReminderEntry Line(string cohort, string student) => new()
    {
        Key = new ReminderKey(
            CohortCode.Parse(cohort).Value!,
            TeachingPointCode.Parse("TP1").Value!,
            ReminderKind.VerificationReminder,
            new Occasion(new DateOnly(2027, 6, 20), "A1"),
            StudentNumber.Parse(student).Value!),
        DueOn = new DateOnly(2027, 6, 21),
        PlannedAt = Now,
        Since = Now,
    };
}
