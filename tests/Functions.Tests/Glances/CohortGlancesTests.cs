using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Domain.Retention;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Functions.Tests.Glances;

public sealed class CohortGlancesTests(EmulatorFixture emulator)
{
    private static readonly TimeSpan LongerThanFresh = TimeSpan.FromSeconds(31);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_what_a_walk_over_the_students_says()
    {
        using var open = await GlanceCase.OpenAsync(emulator, "GLANCE1");
        await open.App.UploadAsync($"GLANCE1/TP1/{TestIds.Number(801)}.jpg", SampleFiles.Portrait());
        await open.App.UploadAsync($"GLANCE1/TP1/{TestIds.Number(802)}.jpg", "no picture"u8.ToArray());
        await open.VerifyAsync(("A", "不确定"), ("C", "未通过"));

        var glance = (await open.Instance().LookAsync(await open.CohortAsync(), Token)).Glance;

        var points = await open.App.Services.GetRequiredService<ICohortStore>().ListTeachingPointsAsync(open.Code, Token);
        var students = await open.App.Services.GetRequiredService<StudentRows>().ListAsync(points, Token).ToListAsync(Token);
        Assert.Equal(students.Count, glance.Counts.Students);
        Assert.All(
            Enum.GetValues<StudentStage>(), stage => Assert.Equal(students.Count(one => one.Stage == stage), glance.Counts.Stages[stage]));
        Assert.Equal(
            students.Where(one => one.Collection == CollectionStatus.Rejected).SelectMany(one => one.Photo!.FaultCodes)
                .CountBy(code => code).Select(code => new ReasonCount(code.Key, code.Value)),
            glance.Reasons);
        Assert.Equal("not-an-image", Assert.Single(glance.Reasons).Code);
        Assert.Equal(
            students.Count(one => one.Collection == CollectionStatus.Accepted && one.PersonConfirmed is null), glance.Waiting.Persons);
        Assert.Equal((1, 0, 0), (glance.Waiting.Persons, glance.Waiting.Findings, glance.Waiting.Appeals));
        Assert.Equal(
            students.Where(one => one.Verification != VerificationStatus.Pending).Select(Case).Order(),
            glance.Trouble.Select(one => (one.StudentNumber.Value, one.TeachingPoint.Value, one.Status, one.Since)).Order());
        Assert.Equal(["TP1 2", "TP2 1"], glance.TeachingPoints.Select(point => $"{point.Code} {point.Counts.Students}"));
        Assert.Equal(("glance", 0, 100), (glance.MailHour.Provider, glance.MailHour.Used, glance.MailHour.Limit));

        static (string Number, string Point, VerificationStatus Status, DateTimeOffset Since) Case(Student one) =>
            (one.Key.Number.Value, one.Key.TeachingPoint.Value, one.Verification, one.VerificationSince!.Value);
    }

    [Fact]
    public async Task Gives_an_old_glance_at_once_and_the_newer_one_afterwards()
    {
        using var open = await GlanceCase.OpenAsync(emulator, "GLANCE2");
        var glances = open.Instance();
        var first = await glances.LookAsync(await open.CohortAsync(), Token);
        await open.VerifyAsync(("A", "未通过"));
        Assert.Equal(first, await glances.LookAsync(await open.CohortAsync(), Token));

        open.Clock.Now += LongerThanFresh;
        var old = await glances.LookAsync(await open.CohortAsync(), Token);
        var newer = await open.SettleAsync(glances);

        Assert.Equal((false, true), (first.IsBeingRenewed, old.IsBeingRenewed));
        Assert.Same(first.Glance, old.Glance);
        Assert.Empty(old.Glance.Trouble);
        Assert.Equal("GLANCE2A", Assert.Single(newer.Glance.Trouble).StudentNumber.Value);
        Assert.Equal(open.Clock.Now, newer.Glance.AsOf);
    }

    [Fact]
    public async Task Waits_for_students_where_there_was_nobody()
    {
        using var open = await GlanceCase.OpenEmptyAsync(emulator, "GLANCE0");
        var glances = open.Instance();
        var before = await glances.LookAsync(await open.CohortAsync(), Token);
        using var admin = await open.App.EnrolAsync("GLANCE0", ("GLANCE0A", "一", TestIds.Number(804), "TP1"));
        open.Clock.Now += LongerThanFresh;

        var after = await glances.LookAsync(await open.CohortAsync(), Token);

        Assert.Equal((0, 1, false), (before.Glance.Counts.Students, after.Glance.Counts.Students, after.IsBeingRenewed));
    }

    [Fact]
    public async Task Reads_the_students_once_for_many_looks_at_a_time()
    {
        using var open = await GlanceCase.OpenAsync(emulator, "GLANCE3");
        var (glances, cohort) = (open.Instance(), await open.CohortAsync());

        Assert.Equal(2, await QueriesOfAsync(() => Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => glances.LookAsync(cohort, Token))))));
        open.Clock.Now += LongerThanFresh;
        Assert.Equal(2, await QueriesOfAsync(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => glances.LookAsync(cohort, Token))));
            await open.SettleAsync(glances);
        }));

        // One for each teaching point is one reading.
        async Task<int> QueriesOfAsync(Func<Task> act)
        {
            open.App.Faults.Addresses = [];
            await act();
            return open.App.Faults.Addresses.Count(address => address.Contains("/Students()", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Finds_what_another_instance_of_the_app_has_stored()
    {
        using var open = await GlanceCase.OpenAsync(emulator, "GLANCE4");
        var (one, other, cohort) = (open.Instance(), open.Instance(), await open.CohortAsync());
        await open.VerifyAsync(("A", "未通过"), ("B", "异常"));
        var made = await one.LookAsync(cohort, Token);
        open.App.Calls.Reset();

        var found = await other.LookAsync(cohort, Token);

        Assert.Equal((1, false), (open.App.Calls.Count, found.IsBeingRenewed));
        Assert.Equivalent(made.Glance, found.Glance, strict: true);

        open.Clock.Now += LongerThanFresh;
        var newer = await open.SettleAsync(other);
        Assert.Equal(newer.Glance.AsOf, (await one.LookAsync(cohort, Token)).Glance.AsOf);
    }

    [Fact]
    public async Task Tries_again_at_the_next_look_when_the_students_could_not_be_read()
    {
        using var open = await GlanceCase.OpenAsync(emulator, "GLANCE5");
        var (glances, cohort) = (open.Instance(), await open.CohortAsync());
        open.App.Faults.UnreachableTable = "Students";
        await Assert.ThrowsAsync<SimulatedOutageException>(() => glances.LookAsync(cohort, Token));
        open.App.Faults.UnreachableTable = null;
        var first = await glances.LookAsync(cohort, Token);
        open.Clock.Now += LongerThanFresh;

        open.App.Faults.UnreachableTable = "Students";
        Assert.Same(first.Glance, (await glances.LookAsync(cohort, Token)).Glance);
        open.App.Faults.UnreachableTable = null;

        Assert.Equal(open.Clock.Now, (await open.SettleAsync(glances)).Glance.AsOf);
    }

    [Fact]
    public async Task Brings_nothing_back_that_was_erased_while_it_was_read()
    {
        using var open = await GlanceCase.OpenAsync(emulator, "GLANCE6");
        await open.VerifyAsync(("A", "未通过"));
        var glances = open.Instance();
        var named = (await glances.LookAsync(await open.CohortAsync(), Token)).Glance;
        Assert.Single(named.Trouble);
        var place = await open.Blobs.ReserveAsync(open.Code, Token);

        var data = open.App.Services.GetRequiredService<IPersonalDataStore>();
        foreach (var kind in Enum.GetValues<PersonalData>())
        {
            await data.EraseAsync(open.Code, kind, Token);
        }

        Assert.Null(await open.Blobs.TryStoreAsync(named, place, Token));
        Assert.Empty(await open.StoredAsync());

        // What an instance remembers is not shown either.
        open.Clock.Now += LongerThanFresh;
        var empty = await glances.LookAsync(await open.CohortAsync(), Token);
        Assert.Equal((0, 0, false), (empty.Glance.Trouble.Count, empty.Glance.Counts.Students, empty.IsBeingRenewed));
        Assert.False(await data.HasAnyAsync(open.Code, Token));
    }

    [Fact]
    public async Task Leaves_the_place_to_whoever_stored_first()
    {
        using var open = await GlanceCase.OpenAsync(emulator, "GLANCE7");
        var place = await open.Blobs.ReserveAsync(open.Code, Token);
        Assert.Equal(place, await open.Blobs.ReserveAsync(open.Code, Token));
        Assert.Null(await open.Blobs.FindAsync(open.Code, null, Token));
        var glance = (await open.Instance().LookAsync(await open.CohortAsync(), Token)).Glance;

        Assert.Null(await open.Blobs.TryStoreAsync(glance, place, Token));

        var stored = (await open.Blobs.FindAsync(open.Code, null, Token))!;
        Assert.Same(stored, await open.Blobs.FindAsync(open.Code, stored, Token));
    }
}
