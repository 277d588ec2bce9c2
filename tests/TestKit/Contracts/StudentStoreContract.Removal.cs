using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.TestKit.Contracts;

/// <summary>Removal: explicit, and never by a roster.</summary>
public abstract partial class StudentStoreContract
{
    private static Attribution Remover => Attribution.Create(Actors.Administrator, "王老师", "退学", needsReason: true).Value!;

    [Fact]
    public async Task Removes_a_student_from_every_look_up_and_nobody_else()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var (gone, other) = (Rosters.Of(cohort, 1, 1), Rosters.Of(cohort, 2, 2));
        await EnrolAsync(rig, [gone, other]);
        var decided = await AcceptAsync(rig, gone.Key);

        var removed = (await rig.Register.RemoveAsync(cohort, gone.Key.Number, Remover, Token)).Value!;

        Assert.Equal((gone.Key, CollectionStatus.Accepted), (removed.Key, removed.Collection));
        Assert.Null(await rig.ReadAsync(cohort, gone.Key.Number));
        Assert.Null(await rig.Store.FindAsync(gone.Profile.NationalId, cohort, gone.Key.TeachingPoint, Token));
        Assert.Equal(other.Profile, (await rig.ReadAsync(cohort, other.Key.Number))!.Profile);
        Assert.Empty(await rig.UnsoundAsync(cohort));
        Assert.Contains(await rig.Register.ListChangesAsync(Token), change => change.Cohort == cohort);
        var line = Assert.Single(await rig.HistoryAsync(removed));
        Assert.Equal(
            ("StudentRemoved", "admin", "王老师", "退学", null), (line.Event, line.By, line.Person, line.Reason, line.To));

        // A delivery that had found the student before: what was decided stays known, nothing more is decided.
        Assert.Equal(decided!.Outcome, (await AcceptAsync(rig, gone.Key))!.Outcome);
        Assert.Null(await AcceptAsync(rig, gone.Key, "b"));
        Assert.Equal(
            FailureCodes.StudentNumberUnknown, (await rig.Register.RemoveAsync(cohort, gone.Key.Number, Remover, Token)).Failure?.Code);
    }

    [Fact]
    public async Task Enrols_a_removed_student_anew_with_the_old_history_before_the_new()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var row = Rosters.Of(cohort, 1, 1) with { MustRecapture = true };
        await EnrolAsync(rig, [row]);
        await AcceptAsync(rig, row.Key);

        foreach (var _ in new[] { 1, 2 })
        {
            Assert.NotNull((await rig.Register.RemoveAsync(cohort, row.Key.Number, Remover, Token)).Value);
            Assert.Equal((EnrolmentOutcome.Added, null), await OutcomeAsync(rig, row));
        }

        var student = (await rig.ReadAsync(cohort, row.Key.Number))!;
        var history = await rig.HistoryAsync(student);
        Assert.Equal((CollectionStatus.Awaiting, VerificationStatus.Failed), (student.Collection, student.Verification));
        Assert.Equal(
            ["RecaptureRequired", "StudentRemoved", "RecaptureRequired", "StudentRemoved", "RecaptureRequired"],
            history.Select(line => line.Event));
        Assert.Equal(student.Standing, StudentHistory.Replay(history));
        Assert.Equal(row.Key, await rig.Store.FindAsync(row.Profile.NationalId, cohort, row.Key.TeachingPoint, Token));
        Assert.Empty(await rig.UnsoundAsync(cohort));
    }

    [Fact]
    public async Task Gives_the_number_and_the_ID_number_of_a_removed_student_to_others()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        await EnrolAsync(rig, [Rosters.Of(cohort, 1, 1)]);
        await rig.Register.RemoveAsync(cohort, Rosters.Of(cohort, 1, 1).Key.Number, Remover, Token);

        var results = await EnrolAsync(rig, [Rosters.Of(cohort, 1, 2, name: 1, point: 2), Rosters.Of(cohort, 2, 1, point: 3)]);

        Assert.All(results, result => Assert.Equal((EnrolmentOutcome.Added, null), (result.Value, result.Failure)));
        Assert.Empty(await rig.UnsoundAsync(cohort));
    }

    [Fact]
    public async Task Ends_sound_when_a_student_is_removed_and_imported_at_once()
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var row = Rosters.Of(cohort, 1, 1);
        await EnrolAsync(rig, [row]);

        await Task.WhenAll(
            rig.Register.RemoveAsync(cohort, row.Key.Number, Remover, Token),
            EnrolAsync(rig, [row with { Profile = row.Profile with { ClassName = "二班" } }]),
            rig.Register.RemoveAsync(cohort, row.Key.Number, Remover, Token));

        Assert.Empty(await rig.UnsoundAsync(cohort));
        Assert.Null((await EnrolAsync(rig, [row]))[0].Failure);
        Assert.NotNull(await rig.ReadAsync(cohort, row.Key.Number));
    }
}
