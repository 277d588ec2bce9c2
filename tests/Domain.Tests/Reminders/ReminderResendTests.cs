using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Reminders;

public sealed class ReminderResendTests
{
    private static readonly DateOnly Day = new(2027, 6, 23);

    private static readonly ReminderKey Key = new(
        CohortCode.Parse("2027").Value!,
        TeachingPointCode.Parse("TP1").Value!,
        ReminderKind.VerificationReminder,
        new Occasion(Day, "1"),
        StudentNumber.Parse("S1").Value!);

    private readonly InMemoryReminderLedger _ledger = new(new FaultPlan());
    private readonly FakeTimeProvider _time = new(ChinaTime.At(Day, 9));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ReminderStatus.Failed, null)]
    [InlineData(ReminderStatus.Unknown, null)]
    [InlineData(ReminderStatus.Pending, FailureCodes.ReminderNotStuck)]
    [InlineData(ReminderStatus.Sending, FailureCodes.ReminderNotStuck)]
    [InlineData(ReminderStatus.Sent, FailureCodes.ReminderNotStuck)]
    [InlineData(ReminderStatus.Dropped, FailureCodes.ReminderNotStuck)]
    public async Task Takes_back_only_what_is_stuck(ReminderStatus status, string? code)
    {
        var before = await AddAsync(status);

        var result = await new ReminderResend(_ledger, _time).ResendAsync(Key, Token);

        Assert.Equal(code, result.Failure?.Code);
        var after = await _ledger.FindAsync(Key, Token);
        var takenBack = before with
        {
            Status = ReminderStatus.Pending,
            Since = _time.GetUtcNow(),
            Provider = null,
            OperationId = null,
            Code = null,
            Version = after!.Version,
        };
        Assert.Equal(code is null ? takenBack : before, after);
    }

    [Fact]
    public async Task Looks_again_when_somebody_else_was_faster()
    {
        var line = await AddAsync(ReminderStatus.Unknown);
        _ledger.BeforeNextChange = () =>
            _ledger.TryChangeAsync(line with { Status = ReminderStatus.Sent }, Token).GetAwaiter().GetResult();

        var result = await new ReminderResend(_ledger, _time).ResendAsync(Key, Token);

        Assert.Equal(FailureCodes.ReminderNotStuck, result.Failure?.Code);
    }

    [Fact]
    public async Task Knows_no_line_that_never_fell_due() => Assert.Equal(
        FailureCodes.ReminderUnknown, (await new ReminderResend(_ledger, _time).ResendAsync(Key, Token)).Failure?.Code);

    private async Task<ReminderEntry> AddAsync(ReminderStatus status)
    {
        var at = _time.GetUtcNow();
        var line = new ReminderEntry
        {
            Key = Key,
            Status = status,
            DueOn = Day,
            PlannedAt = at,
            Since = at,
            Provider = "acs",
            OperationId = "1",
            Code = FailureCodes.MailRefused,
        };
        _time.Advance(TimeSpan.FromHours(1));
        return Assert.Single(await _ledger.AddAsync([line], Token));
    }
}
