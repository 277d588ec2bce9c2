using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit.Fakes;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Functions.Tests.Storage;

/// <summary>
/// Ends an import before and after every single storage call. The repair, or the same import again, has to leave the register as if nothing
/// had happened: every student once, with claims that lead there, and nobody else touched.
/// </summary>
public sealed class RegisterCrashTests(EmulatorFixture emulator)
{
    private static int s_cohorts;

    public static MatrixTheoryData<string, bool> Crashes => new(["add", "correct", "move and rename", "move back"], [false, true]);

    public static TheoryData<string> Kinds => ["add", "correct", "move and rename", "move back"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Crashes))]
    public async Task Is_repaired_after_a_crash_at_any_storage_call_and_completed_by_the_same_import(string kind, bool afterEffect)
    {
        await using var app = new FunctionApp(emulator);
        var calls = await WalkAsync(app, kind, call: 0, afterEffect);
        Assert.InRange(calls, 4, 60);
        for (var call = 1; call <= calls; call++)
        {
            await WalkAsync(app, kind, call, afterEffect);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Is_done_once_when_any_answer_is_lost(string kind)
    {
        await using var app = new FunctionApp(emulator);
        for (var call = 1; call <= 40; call++)
        {
            var (cohort, register) = await SetUpAsync(app, kind);
            app.Faults.LoseAnswerTo(call);
            var result = (await register.EnrolAsync(cohort, [Wanted(cohort, kind)], isDryRun: false, Token))[0];
            var isOver = app.Faults.Calls < call;
            app.Faults.DieAt(0, false);

            Assert.Null(result.Failure);
            await AssertDoneAsync(app, cohort, kind);
            if (isOver)
            {
                return;
            }
        }

        Assert.Fail("The import had more calls than this test looks at.");
    }

    private static Enrolment Standing(CohortCode cohort) => Rosters.Of(cohort, 1, 1);

    private static Enrolment Wanted(CohortCode cohort, string kind) => kind switch
    {
        "add" => Rosters.Of(cohort, 2, 2),
        "correct" => Rosters.Of(cohort, 1, 3),
        "move and rename" => Rosters.Of(cohort, 1, 1, name: 5, point: 2),
        _ => Standing(cohort),
    };

    private static async Task<(CohortCode Cohort, IStudentRegister Register)> SetUpAsync(FunctionApp app, string kind)
    {
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);
        var cohorts = app.Services.GetRequiredService<ICohortStore>();
        var cohort = CohortCode.Parse($"X{Interlocked.Increment(ref s_cohorts)}").Value!;
        foreach (var point in new[] { "TP1", "TP2" })
        {
            await cohorts.SaveAsync(TeachingPoint.Create(cohort, TeachingPointCode.Parse(point).Value!, "教学点").Value!, Token);
        }

        var register = app.Services.GetRequiredService<IStudentRegister>();
        await register.EnrolAsync(cohort, [Standing(cohort), Rosters.Of(cohort, 9, 9)], isDryRun: false, Token);
        if (kind == "move back")
        {
            await register.EnrolAsync(cohort, [Rosters.Of(cohort, 1, 1, point: 2)], isDryRun: false, Token);
        }

        return (cohort, register);
    }

    private async Task<int> WalkAsync(FunctionApp app, string kind, int call, bool afterEffect)
    {
        var (cohort, register) = await SetUpAsync(app, kind);
        app.Faults.DieAt(call, afterEffect);
        try
        {
            await register.EnrolAsync(cohort, [Wanted(cohort, kind)], isDryRun: false, Token);
        }
        catch (Exception ex) when (ex is SimulatedOutageException or AggregateException)
        {
            // The process is dead.
        }

        var calls = app.Faults.Calls;
        app.Faults.DieAt(0, false);
        await register.RepairAsync(cohort, DateTimeOffset.MaxValue, Token);
        Assert.Empty(await RegisterAudit.UnsoundAsync(new TableServiceClient(emulator.ConnectionString), cohort));
        if (kind != "add")
        {
            // As before or as wanted, and once: the audit has seen that.
            var student = await ReadAsync(app, cohort, Standing(cohort));
            Assert.Contains(student!.Profile.NationalId, new[] { Standing(cohort).Profile.NationalId, Wanted(cohort, kind).Profile.NationalId });
        }

        Assert.Null((await register.EnrolAsync(cohort, [Wanted(cohort, kind)], isDryRun: false, Token))[0].Failure);
        await AssertDoneAsync(app, cohort, kind);
        var other = Rosters.Of(cohort, 9, 9);
        Assert.Equal(other.Profile, (await ReadAsync(app, cohort, other))!.Profile);
        return calls;
    }

    private static async Task AssertDoneAsync(FunctionApp app, CohortCode cohort, string kind)
    {
        var wanted = Wanted(cohort, kind);
        var student = (await ReadAsync(app, cohort, wanted))!;
        Assert.Equal((wanted.Key, wanted.Profile, CollectionStatus.Awaiting), (student.Key, student.Profile, student.Collection));
        var history = await app.Services.GetRequiredService<StudentDirectory>().HistoryAsync(student, Token);
        string[] expected = kind switch
        {
            "correct" => ["ProfileCorrected"],
            "move and rename" => ["StudentMoved", "ProfileCorrected"],
            "move back" => ["StudentMoved", "StudentMoved"],
            _ => [],
        };
        Assert.Equal(expected, history.Select(line => line.Event));
        Assert.Equal(
            wanted.Key,
            await app.Services.GetRequiredService<IStudentStore>().FindAsync(wanted.Profile.NationalId, cohort, wanted.Key.TeachingPoint, Token));
    }

    private static Task<Student?> ReadAsync(FunctionApp app, CohortCode cohort, Enrolment enrolment) =>
        app.Services.GetRequiredService<StudentDirectory>().FindStudentAsync(cohort, enrolment.Key.Number, null, Token);
}
