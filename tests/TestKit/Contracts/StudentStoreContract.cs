using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.TestKit.Contracts;

/// <summary>What the fake and the real store of students both have to do about enrolment.</summary>
public abstract partial class StudentStoreContract
{
    // More rows than are looked up one by one.
    private const int Many = 120;

    /// <summary>How many random pairs of rosters are imported.</summary>
    protected abstract int Samples { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(Many)]
    public async Task Enrols_once_and_changes_nothing_when_asked_again(int rows)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var roster = Roster(cohort, rows);

        Assert.All(await EnrolAsync(rig, roster), result => Assert.Equal(EnrolmentOutcome.Added, result.Value));
        var before = await rig.ReadAsync(cohort, roster[^1].Key.Number);
        Assert.All(
            await EnrolAsync(rig, roster),
            result => Assert.Equal((EnrolmentOutcome.Unchanged, null), (result.Value, result.Failure)));

        Assert.Equal((roster[^1].Key, roster[^1].Profile), (before!.Key, before.Profile));
        Assert.Equal(before.EnrolledAt, (await rig.ReadAsync(cohort, roster[^1].Key.Number))!.EnrolledAt);
        Assert.Empty(await rig.UnsoundAsync(cohort));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Many)]
    public async Task Brings_profiles_up_to_date_and_keeps_progress(int rows)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var roster = Roster(cohort, rows);
        await EnrolAsync(rig, roster);
        await AcceptAsync(rig, roster[0].Key);

        var results = await EnrolAsync(rig, [.. roster.Select(row => row with { Profile = row.Profile with { ClassName = "二班" } })]);

        Assert.All(results, result => Assert.Equal(EnrolmentOutcome.Updated, result.Value));
        var student = (await rig.ReadAsync(cohort, roster[0].Key.Number))!;
        Assert.Equal(("二班", CollectionStatus.Accepted), (student.Profile.ClassName, student.Collection));
        Assert.Equal("二班", (await rig.ReadAsync(cohort, roster[^1].Key.Number))!.Profile.ClassName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Many)]
    public async Task Leaves_what_a_roster_has_no_column_for(int others)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var full = Rosters.Of(cohort, 900, 900, className: "一班");
        full = full with { Profile = full.Profile with { Level = "专升本", Mail = "a@b.example", Phone = "138" } };
        await EnrolAsync(rig, [full, .. Roster(cohort, others)]);
        var bare = Rosters.Of(cohort, 900, 900, className: "二班") with
        {
            Unsaid = ProfileFields.Level | ProfileFields.Major | ProfileFields.Mail | ProfileFields.Phone,
        };

        var updated = (await EnrolAsync(rig, [bare, .. Roster(cohort, others)]))[0];
        var again = (await EnrolAsync(rig, [bare, .. Roster(cohort, others)]))[0];
        var moved = (await EnrolAsync(
            rig, [bare with { Key = Rosters.Of(cohort, 900, 900, point: 2).Key }, .. Roster(cohort, others)]))[0];

        Assert.Equal(
            [EnrolmentOutcome.Updated, EnrolmentOutcome.Unchanged, EnrolmentOutcome.Moved], new[] { updated.Value, again.Value, moved.Value });
        Assert.Equal(full.Profile with { ClassName = "二班" }, (await rig.ReadAsync(cohort, full.Key.Number))!.Profile);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Many)]
    public async Task Refuses_what_belongs_to_somebody_else_and_keeps_no_claim_of_it(int others)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        await EnrolAsync(rig, [Rosters.Of(cohort, 900, 900)]);

        var results = await EnrolAsync(
            rig, [Rosters.Of(cohort, 901, 900, name: 1), Rosters.Of(cohort, 900, 901, name: 1), .. Roster(cohort, others)]);

        Assert.Equal(
            [FailureCodes.NationalIdTaken, FailureCodes.StudentNumberTaken], results.Take(2).Select(result => result.Failure?.Code));
        Assert.Empty(await rig.UnsoundAsync(cohort));
        Assert.Equal(EnrolmentOutcome.Added, (await EnrolAsync(rig, [Rosters.Of(cohort, 901, 901, name: 1)]))[0].Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Many)]
    public async Task Tells_in_a_dry_run_what_an_import_does_and_stores_nothing(int others)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        await EnrolAsync(rig, [Rosters.Of(cohort, 900, 900), Rosters.Of(cohort, 901, 901)]);
        Enrolment[] roster =
        [
            Rosters.Of(cohort, 900, 900), Rosters.Of(cohort, 901, 901, className: "二班"), Rosters.Of(cohort, 902, 902),
            Rosters.Of(cohort, 903, 900 + 50), .. Roster(cohort, others),
        ];

        var dry = await rig.Register.EnrolAsync(cohort, roster, isDryRun: true, Token);

        Assert.Null(await rig.ReadAsync(cohort, roster[2].Key.Number));
        Assert.Equal("", (await rig.ReadAsync(cohort, roster[1].Key.Number))!.Profile.ClassName);
        Assert.Empty(await rig.UnsoundAsync(cohort));
        Assert.Equal(dry, await EnrolAsync(rig, roster));
    }

    [Fact]
    public async Task Corrects_an_ID_number_and_keeps_progress()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var (before, after) = (Rosters.Of(cohort, 1, 1), Rosters.Of(cohort, 1, 2));
        await EnrolAsync(rig, [before]);
        await AcceptAsync(rig, before.Key);

        Assert.Equal(EnrolmentOutcome.Corrected, (await EnrolAsync(rig, [after]))[0].Value);
        Assert.Equal((EnrolmentOutcome.Unchanged, null), await OutcomeAsync(rig, after));

        var student = (await rig.ReadAsync(cohort, after.Key.Number))!;
        Assert.Equal((after.Profile, CollectionStatus.Accepted), (student.Profile, student.Collection));
        var line = Assert.Single(await rig.HistoryAsync(student));
        Assert.Equal(("ProfileCorrected", "nationalId", "admin"), (line.Event, line.Details, line.By));
        Assert.Equal(after.Key, await rig.Store.FindAsync(after.Profile.NationalId, cohort, after.Key.TeachingPoint, Token));
        Assert.Null(await rig.Store.FindAsync(before.Profile.NationalId, cohort, after.Key.TeachingPoint, Token));
        Assert.Empty(await rig.UnsoundAsync(cohort));
        Assert.Equal(EnrolmentOutcome.Added, (await EnrolAsync(rig, [Rosters.Of(cohort, 2, 1)]))[0].Value);
    }

    [Fact]
    public async Task Tells_in_the_history_that_a_name_was_corrected_and_never_to_what()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        await EnrolAsync(rig, [Rosters.Of(cohort, 1, 1)]);

        Assert.Equal(EnrolmentOutcome.Updated, (await EnrolAsync(rig, [Rosters.Of(cohort, 1, 1, name: 1)]))[0].Value);

        var student = (await rig.ReadAsync(cohort, Rosters.Of(cohort, 1, 1).Key.Number))!;
        var line = Assert.Single(await rig.HistoryAsync(student));
        Assert.Equal(("ProfileCorrected", "name"), (line.Event, line.Details));
    }

    [Fact]
    public async Task Refuses_a_roster_that_swaps_two_students_and_changes_neither()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        Enrolment[] standing = [Rosters.Of(cohort, 1, 1), Rosters.Of(cohort, 2, 2)];
        await EnrolAsync(rig, standing);

        var results = await EnrolAsync(rig, [Rosters.Of(cohort, 1, 2), Rosters.Of(cohort, 2, 1)]);

        Assert.All(results, result => Assert.Equal(FailureCodes.NationalIdTaken, result.Failure!.Code));
        Assert.Equal(standing[0].Profile, (await rig.ReadAsync(cohort, standing[0].Key.Number))!.Profile);
        Assert.Equal(standing[1].Profile, (await rig.ReadAsync(cohort, standing[1].Key.Number))!.Profile);
        Assert.Empty(await rig.UnsoundAsync(cohort));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Many)]
    public async Task Moves_a_student_with_progress_and_history(int others)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var (here, there) = (Rosters.Of(cohort, 901, 901), Rosters.Of(cohort, 901, 901, point: 2, className: "二班"));
        await EnrolAsync(rig, [here, .. Roster(cohort, others)]);
        await EnrolAsync(rig, [here with { Profile = here.Profile with { Name = "学生一" } }]);
        await EnrolAsync(rig, [here]);
        var decided = await AcceptAsync(rig, here.Key);

        Assert.Equal(EnrolmentOutcome.Moved, (await EnrolAsync(rig, [there, .. Roster(cohort, others)]))[0].Value);
        Assert.Equal((EnrolmentOutcome.Unchanged, null), await OutcomeAsync(rig, there));

        var student = (await rig.ReadAsync(cohort, there.Key.Number))!;
        Assert.Equal((there.Key, there.Profile, CollectionStatus.Accepted), (student.Key, student.Profile, student.Collection));
        Assert.Equal(here.Key.TeachingPoint, student.MovedFrom);
        Assert.NotNull(student.MovedOn);
        Assert.Equal(
            ["ProfileCorrected", "ProfileCorrected", "StudentMoved"], (await rig.HistoryAsync(student)).Select(line => line.Event));
        Assert.Equal(there.Key, await rig.Store.FindAsync(there.Profile.NationalId, cohort, there.Key.TeachingPoint, Token));
        Assert.Empty(await rig.UnsoundAsync(cohort));

        // The old place still knows what it decided, and decides nothing any more.
        Assert.Equal(decided!.Outcome, (await AcceptAsync(rig, here.Key))!.Outcome);
        Assert.Null(await AcceptAsync(rig, here.Key, "b"));
    }

    [Fact]
    public async Task Moves_a_student_there_and_back()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var (here, there) = (Rosters.Of(cohort, 1, 1), Rosters.Of(cohort, 1, 1, point: 2));
        await EnrolAsync(rig, [here]);
        await AcceptAsync(rig, here.Key);

        foreach (var next in new[] { there, here, there, here })
        {
            Assert.Equal(EnrolmentOutcome.Moved, (await EnrolAsync(rig, [next]))[0].Value);
            Assert.Empty(await rig.UnsoundAsync(cohort));
        }

        var student = (await rig.ReadAsync(cohort, here.Key.Number))!;
        Assert.Equal((here.Key, CollectionStatus.Accepted), (student.Key, student.Collection));
        Assert.Equal(4, (await rig.HistoryAsync(student)).Count(line => line.Event == "StudentMoved"));
        Assert.Equal(here.Key, await rig.Store.FindAsync(here.Profile.NationalId, cohort, here.Key.TeachingPoint, Token));
    }

    [Fact]
    public async Task Notes_what_was_written_to_until_it_is_settled()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        await EnrolAsync(rig, [Rosters.Of(cohort, 1, 1)]);
        var first = Assert.Single(await rig.Register.ListChangesAsync(Token), change => change.Cohort == cohort);
        await EnrolAsync(rig, [Rosters.Of(cohort, 2, 2)]);

        await rig.Register.SettleAsync(first, Token);
        var second = Assert.Single(await rig.Register.ListChangesAsync(Token), change => change.Cohort == cohort);
        await rig.Register.SettleAsync(second, Token);
        await EnrolAsync(rig, [Rosters.Of(cohort, 2, 2)]);

        Assert.NotEqual(first.Version, second.Version);
        Assert.DoesNotContain(await rig.Register.ListChangesAsync(Token), change => change.Cohort == cohort);
    }

    [Fact]
    public async Task Finds_students_by_their_ID_number_at_their_own_teaching_point_only()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var row = Rosters.Of(cohort, 1, 1);
        await EnrolAsync(rig, [row]);

        Assert.Equal(row.Key, await rig.Store.FindAsync(row.Profile.NationalId, cohort, row.Key.TeachingPoint, Token));
        Assert.Null(await rig.Store.FindAsync(row.Profile.NationalId, cohort, TeachingPointCode.Parse("TP2").Value!, Token));
        Assert.Null(await rig.Store.FindAsync(NationalId.Parse(Rosters.Id(2)).Value!, cohort, row.Key.TeachingPoint, Token));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(Many)]
    public async Task Adds_each_student_once_when_one_roster_is_imported_several_times_at_once(int rows)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var roster = Roster(cohort, rows);

        var imports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EnrolAsync(rig, roster)));

        Assert.All(imports.SelectMany(results => results), result => Assert.Null(result.Failure));
        Assert.Equal(rows, imports.SelectMany(results => results).Count(result => result.Value == EnrolmentOutcome.Added));
        Assert.Empty(await rig.UnsoundAsync(cohort));
    }

    [Fact]
    public async Task Gives_a_number_to_one_of_many_who_ask_for_it_at_once()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();

        var results = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => EnrolAsync(rig, [Rosters.Of(cohort, 1, i % 3, name: i % 3, point: 1 + (i % 3))])));

        Assert.Single(results.SelectMany(result => result), result => result.Failure is null && result.Value == EnrolmentOutcome.Added);
        Assert.Empty(await rig.UnsoundAsync(cohort));
    }

    [Fact]
    public Task Ends_sound_after_any_two_rosters_in_any_order_with_repeats() => Check(
        async (rig, first, second) =>
        {
            await EnrolAsync(rig, first);
            await EnrolAsync(rig, second);
            await EnrolAsync(rig, second);
            await EnrolAsync(rig, first);
        });

    [Fact]
    public Task Ends_sound_after_any_two_rosters_at_once() => Check(
        (rig, first, second) => Task.WhenAll(EnrolAsync(rig, first), EnrolAsync(rig, second), EnrolAsync(rig, first)));

    /// <summary>Opens the store.</summary>
    protected abstract StudentStoreRig Open();

    private static Enrolment[] Roster(CohortCode cohort, int rows) =>
        [.. Enumerable.Range(0, rows).Select(i => Rosters.Of(cohort, i, i, name: i, point: 1 + (i % 3)))];

    private static Task<IReadOnlyList<Result<EnrolmentOutcome>>> EnrolAsync(StudentStoreRig rig, Enrolment[] roster) =>
        rig.Register.EnrolAsync(roster[0].Key.Cohort, roster, isDryRun: false, Token);

    private static async Task<(EnrolmentOutcome Outcome, Failure? Failure)> OutcomeAsync(StudentStoreRig rig, Enrolment row)
    {
        var result = (await EnrolAsync(rig, [row]))[0];
        return (result.Value, result.Failure);
    }

    private static Task<LedgerEntry?> AcceptAsync(StudentStoreRig rig, StudentKey key, string eTag = "a") =>
        ChangeAsync(rig, key, eTag, student => student with { Collection = CollectionStatus.Accepted });

    private Task Check(Func<StudentStoreRig, Enrolment[], Enrolment[], Task> import) =>
        Gen.Select(Rosters.Conflicting, Rosters.Conflicting).SampleAsync(
            async (first, second) =>
            {
                await using var rig = Open();
                var cohort = await rig.NewCohortAsync();
                await import(rig, first(cohort), second(cohort));
                Assert.Empty(await rig.UnsoundAsync(cohort));
            },
            iter: Samples,
            threads: 1);
}
