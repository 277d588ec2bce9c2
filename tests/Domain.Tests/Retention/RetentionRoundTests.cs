using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Retention;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Retention;

public sealed class RetentionRoundTests
{
    private static readonly CohortCode Code = CohortCode.Parse("2024").Value!;

    // The window ends on 30 June 2023 and is kept for 10 days: the last day is 10 July, until 16:00 UTC.
    private static readonly DateTimeOffset LastMoment = new(2023, 7, 10, 15, 59, 59, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(LastMoment);
    private readonly InMemoryCohortStore _cohorts = new(new FaultPlan());
    private readonly ScriptedPersonalData _data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_everything_until_the_end_of_the_last_day()
    {
        await SaveAsync(retentionDays: 10);

        Assert.Empty(await RunAsync());
        Assert.Empty(_data.Erased);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new DateOnly(2023, 7, 10), Assert.Single(await RunAsync()).KeptUntil);
    }

    [Fact]
    public async Task Keeps_everything_for_ever_when_nobody_decided()
    {
        await SaveAsync(retentionDays: null);
        _time.Advance(TimeSpan.FromDays(10_000));

        Assert.Empty(await RunAsync());
        Assert.Empty(_data.Erased);
    }

    [Fact]
    public async Task Counts_from_the_last_of_all_windows_and_its_days_of_grace()
    {
        var window = new CollectionWindow(new DateOnly(2023, 7, 1), new DateOnly(2023, 8, 31));
        await SaveAsync(retentionDays: 10, graceDays: 5, new SpecialWindow { Level = "专升本", Window = window });

        Assert.Equal(new DateOnly(2023, 9, 15), (await _cohorts.FindAsync(Code, Token))!.KeptUntil);
    }

    [Fact]
    public async Task Erases_every_kind_and_records_what_it_was()
    {
        await SaveAsync(retentionDays: 10);
        _time.Advance(TimeSpan.FromDays(1));

        var erasure = Assert.Single(await RunAsync());

        Assert.Equal(Enum.GetValues<PersonalData>(), _data.Erased);
        Assert.Equal(Enum.GetValues<PersonalData>(), erasure.Counts.Keys.Order());
        Assert.NotNull(erasure.EndedAt);
        Assert.Equal(erasure, Assert.Single(_data.Records));
        Assert.Empty(await RunAsync());
        Assert.Single(_data.Records);
    }

    [Fact]
    public async Task Goes_on_with_the_record_of_a_round_that_failed()
    {
        await SaveAsync(retentionDays: 10);
        _time.Advance(TimeSpan.FromDays(1));
        _data.FailsOnceAt = PersonalData.Students;

        await Assert.ThrowsAsync<AggregateException>(RunAsync);
        Assert.Null(Assert.Single(_data.Records).EndedAt);
        var erasure = Assert.Single(await RunAsync());

        Assert.Equal(erasure, Assert.Single(_data.Records));
        Assert.Equal(1, erasure.Counts[PersonalData.Uploads]);
        Assert.Equal(1, erasure.Counts[PersonalData.Students]);
    }

    [Fact]
    public async Task Leaves_the_rest_for_the_next_round_before_the_host_loses_patience()
    {
        await SaveAsync(retentionDays: 10);
        _time.Advance(TimeSpan.FromDays(1));
        _data.WhenErased = () => _time.Advance(TimeSpan.FromMinutes(2));

        Assert.Empty(await RunAsync());
        Assert.InRange(_data.Erased.Count, 1, 3);
        Assert.Null(Assert.Single(_data.Records).EndedAt);

        _data.WhenErased = () => { };
        Assert.NotNull(Assert.Single(await RunAsync()).EndedAt);
    }

    [Fact]
    public async Task Erases_old_uploads_to_unknown_places_whatever_the_cohorts_say()
    {
        await RunAsync();

        Assert.Equal(LastMoment - RetentionRound.UnplacedKept, Assert.Single(_data.UnplacedBefore));
    }

    private Task<IReadOnlyList<Erasure>> RunAsync() => new RetentionRound(_cohorts, _data, _time).RunAsync(Token);

    private Task SaveAsync(int? retentionDays, int graceDays = 0, params SpecialWindow[] windows) => _cohorts.SaveAsync(
        new Cohort
        {
            Code = Code,
            Name = "2024届",
            CollectionOpensOn = new DateOnly(2023, 4, 1),
            CollectionClosesOn = new DateOnly(2023, 6, 30),
            RetentionDays = retentionDays,
            GraceDays = graceDays,
            Windows = windows,
        },
        Token);

    /// <summary>One thing of each kind, each there until it is erased.</summary>
    private sealed class ScriptedPersonalData : IPersonalDataStore
    {
        private readonly HashSet<PersonalData> _left = [.. Enum.GetValues<PersonalData>()];

        public List<PersonalData> Erased { get; } = [];

        public List<Erasure> Records { get; } = [];

        public List<DateTimeOffset> UnplacedBefore { get; } = [];

        public PersonalData? FailsOnceAt { get; set; }

        public Action WhenErased { get; set; } = () => { };

        public Task<bool> HasAnyAsync(CohortCode cohort, CancellationToken cancellationToken) => Task.FromResult(_left.Count > 0);

        public Task<int> EraseAsync(CohortCode cohort, PersonalData kind, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FailsOnceAt == kind)
            {
                FailsOnceAt = null;
                throw new SimulatedOutageException();
            }

            WhenErased();
            Erased.Add(kind);
            return Task.FromResult(_left.Remove(kind) ? 1 : 0);
        }

        public Task<IReadOnlyList<Erasure>> ListErasuresAsync(CohortCode cohort, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Erasure>>([.. Records]);

        public Task SaveAsync(Erasure erasure, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Records.RemoveAll(record => record.BeganAt == erasure.BeganAt);
            Records.Add(erasure);
            return Task.CompletedTask;
        }

        public Task<int> EraseUnplacedAsync(DateTimeOffset before, CancellationToken cancellationToken)
        {
            UnplacedBefore.Add(before);
            return Task.FromResult(0);
        }
    }
}
