using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Access;

public sealed class AccessKeysTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Now);
    private readonly FaultPlan _faults = new();
    private readonly InMemoryAccessKeyStore _store;
    private readonly AccessKeys _keys;

    public AccessKeysTests()
    {
        var cohorts = new InMemoryCohortStore(_faults);
        var code = CohortCode.Parse("2027").Value!;
        cohorts.UpdateAsync(
            code, _ => Cohort.Create(code, "2027届", new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)), default).GetAwaiter().GetResult();
        cohorts.SaveAsync(TeachingPoint.Create(code, TeachingPointCode.Parse("TP1").Value!, "教学点").Value!, default).GetAwaiter().GetResult();
        _store = new InMemoryAccessKeyStore(_faults);
        _keys = new AccessKeys(_store, cohorts, _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_a_hash_and_hands_the_secret_out_once()
    {
        var issued = await CreateAsync("TP1", days: 30);

        var kept = (await _store.FindAsync(issued.Key.Id, Token))!;
        Assert.True(kept.SecretHash.Span.SequenceEqual(issued.Token.SecretHash.Span));
        Assert.Equal((Now, Now.AddDays(30), "TP1"), (kept.CreatedAt, kept.ExpiresAt, kept.TeachingPoint?.Value));
        Assert.DoesNotContain(issued.Token.Text[^43..], $"{kept}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_no_key_for_a_teaching_point_that_no_cohort_has()
    {
        var draft = AccessKeyDraft.Create("王老师", AccessRole.TeachingPoint, "TP9", null).Value!;

        Assert.Equal(FailureCodes.TeachingPointUnknown, (await _keys.CreateAsync(draft, Token)).Failure?.Code);
        Assert.Empty(await _store.ListAsync(Token));
    }

    [Fact]
    public async Task Expires_at_the_end_of_its_days()
    {
        var issued = await CreateAsync("TP1", days: 1);

        Assert.True(issued.Key.IsValid(Now.AddDays(1).AddTicks(-1)));
        Assert.False(issued.Key.IsValid(Now.AddDays(1)));
    }

    [Fact]
    public async Task Lets_a_replaced_key_go_on_for_the_overlap_and_gives_the_new_one_as_long_a_life()
    {
        var old = await CreateAsync("TP1", days: 30);
        _time.Advance(TimeSpan.FromDays(20));

        var anew = (await _keys.RotateAsync(old.Key.Id, 24, Token)).Value!;

        var ended = (await _store.FindAsync(old.Key.Id, Token))!;
        Assert.Equal((anew.Key.Id, Now.AddDays(21)), (ended.ReplacedBy, ended.ExpiresAt));
        Assert.Equal((Now.AddDays(50), "TP1", old.Key.Holder), (anew.Key.ExpiresAt, anew.Key.TeachingPoint?.Value, anew.Key.Holder));
    }

    [Fact]
    public async Task Never_lengthens_a_key_by_replacing_it()
    {
        var old = await CreateAsync("TP1", days: 1);

        await _keys.RotateAsync(old.Key.Id, AccessKeys.MostOverlapHours, Token);

        Assert.Equal(Now.AddDays(1), (await _store.FindAsync(old.Key.Id, Token))!.ExpiresAt);
    }

    [Fact]
    public async Task Replaces_a_key_once_and_never_a_revoked_one()
    {
        var (replaced, revoked) = (await CreateAsync("TP1"), await CreateAsync("TP1"));
        await _keys.RotateAsync(replaced.Key.Id, 0, Token);
        await _keys.RevokeAsync(revoked.Key.Id, Token);

        Assert.Equal(FailureCodes.AccessKeyRevoked, (await _keys.RotateAsync(replaced.Key.Id, 0, Token)).Failure?.Code);
        Assert.Equal(FailureCodes.AccessKeyRevoked, (await _keys.RotateAsync(revoked.Key.Id, 0, Token)).Failure?.Code);
        Assert.Equal(FailureCodes.AccessKeyUnknown, (await _keys.RotateAsync("nokey", 0, Token)).Failure?.Code);
        Assert.Equal(FailureCodes.RequestInvalid, (await _keys.RotateAsync(revoked.Key.Id, 169, Token)).Failure?.Code);
    }

    [Fact]
    public async Task Keeps_the_moment_of_the_first_revocation()
    {
        var issued = await CreateAsync("TP1");
        await _keys.RevokeAsync(issued.Key.Id, Token);
        _time.Advance(TimeSpan.FromHours(1));

        var again = (await _keys.RevokeAsync(issued.Key.Id, Token)).Value!;

        Assert.Equal((Now, false), (again.RevokedAt, again.IsValid(Now)));
    }

    [Theory]
    [InlineData(null, AccessRole.TeachingPoint, "TP1", 30, FailureCodes.ValueMissing)]
    [InlineData("王\n老师", AccessRole.TeachingPoint, "TP1", 30, FailureCodes.ControlCharacter)]
    [InlineData("11010519491231002X", AccessRole.TeachingPoint, "TP1", 30, FailureCodes.RequestInvalid)]
    [InlineData("王老师", AccessRole.TeachingPoint, null, 30, FailureCodes.ValueMissing)]
    [InlineData("王老师", AccessRole.TeachingPoint, "TP/1", 30, FailureCodes.CodeShape)]
    [InlineData("王老师", AccessRole.Administrator, "TP1", 30, FailureCodes.RequestInvalid)]
    [InlineData("王老师", AccessRole.Administrator, null, 0, FailureCodes.RequestInvalid)]
    [InlineData("王老师", AccessRole.Administrator, null, 801, FailureCodes.RequestInvalid)]
    public void Refuses_a_draft_that_says_too_little_or_too_much(string? holder, AccessRole role, string? point, int days, string code) =>
        Assert.Equal(code, AccessKeyDraft.Create(holder, role, point, days).Failure?.Code);

    private async Task<IssuedAccessKey> CreateAsync(string point, int? days = null) =>
        (await _keys.CreateAsync(AccessKeyDraft.Create("王老师", AccessRole.TeachingPoint, point, days).Value!, Token)).Value!;
}
