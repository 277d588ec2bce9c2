using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Access;

public sealed class AuditSealingTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);
    private readonly FakeTimeProvider _time = new(At(1, 10));
    private readonly InMemoryAuditTrail _trail = new();
    private readonly AuditSealing _sealing;

    public AuditSealingTests() => _sealing = new AuditSealing(_trail, _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seals_a_day_only_when_it_is_over_in_China()
    {
        await AppendAsync(At(1, 10));
        _time.SetUtcNow(At(2, 0).AddMinutes(14));
        Assert.Empty(await _sealing.RunAsync(Token));

        _time.SetUtcNow(At(2, 0).AddMinutes(16));

        Assert.Equal([Day], (await _sealing.RunAsync(Token)).Select(root => root.Day));
        Assert.Empty(await _sealing.RunAsync(Token));
        Assert.True((await _sealing.VerifyAsync(Day, Token)).IsIntact);
    }

    [Fact]
    public async Task Seals_days_that_were_missed_and_days_without_a_line()
    {
        await AppendAsync(At(1, 10));
        await AppendAsync(At(3, 10));
        _time.SetUtcNow(At(5, 1));

        var roots = await _sealing.RunAsync(Token);

        Assert.Equal([1, 0, 1, 0], roots.Select(root => root.Lines.Count));
        Assert.Equal(["", .. roots.SkipLast(1).Select(root => root.Root)], roots.Select(root => root.Previous));
        for (var day = Day; day <= Day.AddDays(3); day = day.AddDays(1))
        {
            Assert.True((await _sealing.VerifyAsync(day, Token)).IsIntact);
        }
    }

    [Theory]
    [InlineData("credential")]
    [InlineData("role")]
    [InlineData("action")]
    [InlineData("student")]
    [InlineData("details")]
    [InlineData("person")]
    [InlineData("reason")]
    [InlineData("at")]
    public async Task Finds_the_edited_line_whatever_was_edited(string part)
    {
        await AppendAsync(At(1, 10));
        await AppendAsync(At(1, 11));
        await SealAsync();
        var (id, entry) = _trail.Lines.First();
        _trail.Lines[id] = part switch
        {
            "credential" => entry with { Credential = "somebody" },
            "role" => entry with { Role = AccessRole.TeachingPoint },
            "action" => entry with { Action = AuditAction.StudentRemoved },
            "student" => entry with { Student = null },
            "details" => entry with { Details = "other" },
            "person" => entry with { Person = "李老师" },
            "reason" => entry with { Reason = null },
            _ => entry with { At = entry.At.AddTicks(1) },
        };

        var verdict = await _sealing.VerifyAsync(Day, Token);

        Assert.False(verdict.IsIntact);
        Assert.Equal((true, id), (verdict.IsSealIntact, Assert.Single(verdict.Edited)));
    }

    [Fact]
    public async Task Finds_lines_that_are_gone_and_lines_that_came_later()
    {
        await AppendAsync(At(1, 10));
        await AppendAsync(At(1, 11));
        await SealAsync();
        var gone = _trail.Lines.First().Key;
        _trail.Lines.Remove(gone);
        await AppendAsync(At(1, 12));

        var verdict = await _sealing.VerifyAsync(Day, Token);

        Assert.Equal((gone, _trail.Lines.Last().Key, 2), (Assert.Single(verdict.Missing), Assert.Single(verdict.Added), verdict.Lines));
        Assert.False(verdict.IsIntact);
    }

    [Fact]
    public async Task Finds_a_seal_that_was_made_anew_by_the_one_that_follows_it()
    {
        await AppendAsync(At(1, 10));
        await AppendAsync(At(2, 10));
        _time.SetUtcNow(At(3, 1));
        await _sealing.RunAsync(Token);
        _trail.Lines.Remove(_trail.Lines.First().Key);
        _trail.Roots[Day] = AuditRoot.Of(Day, "", await _trail.ReadAsync(Day, Token).ToListAsync(Token));

        Assert.True((await _sealing.VerifyAsync(Day, Token)).IsIntact);
        Assert.False((await _sealing.VerifyAsync(Day.AddDays(1), Token)).IsSealIntact);
    }

    [Fact]
    public async Task Finds_a_seal_whose_root_is_not_that_of_its_lines()
    {
        await AppendAsync(At(1, 10));
        await SealAsync();
        var root = _trail.Roots[Day];
        _trail.Roots[Day] = root with { Lines = new Dictionary<string, string>() };

        Assert.False((await _sealing.VerifyAsync(Day, Token)).IsSealIntact);
    }

    [Fact]
    public void Never_calls_a_day_intact_whose_lines_cannot_be_read_though_they_were_sealed_so()
    {
        AuditLine[] lines = [new("1", null)];

        var verdict = AuditVerdict.Of(Day, lines, AuditRoot.Of(Day, "", lines), null);

        Assert.Equal((false, "1"), (verdict.IsIntact, Assert.Single(verdict.Unreadable)));
    }

    [Fact]
    public async Task Says_of_today_that_it_is_not_sealed_yet()
    {
        await AppendAsync(At(1, 10));

        var verdict = await _sealing.VerifyAsync(Day, Token);

        Assert.Equal((false, false, 1), (verdict.IsSealed, verdict.IsIntact, verdict.Lines));
    }

    [Fact]
    public async Task Erases_lines_after_three_years_and_keeps_their_seals()
    {
        await AppendAsync(At(1, 10));
        await SealAsync();
        _time.Advance(TimeSpan.FromDays(AuditSealing.KeptDays + 1));

        await _sealing.RunAsync(Token);

        Assert.Empty(_trail.Lines);
        Assert.Contains(Day, _trail.Roots.Keys);
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 9, day, hour, 0, 0, TimeSpan.FromHours(8));

    private async Task SealAsync()
    {
        _time.SetUtcNow(At(2, 1));
        await _sealing.RunAsync(Token);
    }

    private Task AppendAsync(DateTimeOffset at) => _trail.AppendAsync(
        new AuditEntry
        {
            At = at,
            Credential = "settings",
            Role = AccessRole.Administrator,
            Action = AuditAction.StudentViewed,
            Student = StudentNumber.Parse("S1").Value,
            Details = "original",
            Person = "王老师",
            Reason = "核对",
        },
        Token);
}
