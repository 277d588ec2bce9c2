using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Functions.Tests.Storage;

/// <summary>Ends a removal before and after every storage call: the student is there or gone, and no claim leads to nobody.</summary>
public sealed class RemovalCrashTests(EmulatorFixture emulator)
{
    private static int s_cohorts;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Attribution Remover => Attribution.Create(Actors.Administrator, "王老师", "退学", needsReason: true).Value!;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_repaired_after_a_crash_at_any_storage_call(bool afterEffect)
    {
        await using var app = new FunctionApp(emulator);
        for (var call = 1; call <= 20; call++)
        {
            var (cohort, register, row) = await SetUpAsync(app);
            app.Faults.DieAt(call, afterEffect);
            _ = await Record.ExceptionAsync(() => register.RemoveAsync(cohort, row.Key.Number, Remover, Token));
            var calls = app.Faults.Calls;
            app.Faults.DieAt(0, false);
            await register.RepairAsync(cohort, DateTimeOffset.MaxValue, Token);

            Assert.Empty(await RegisterAudit.UnsoundAsync(new TableServiceClient(emulator.ConnectionString), cohort));
            _ = await register.RemoveAsync(cohort, row.Key.Number, Remover, Token);
            await AssertRemovedOnceAsync(app, cohort, row);
            if (call > calls)
            {
                return;
            }
        }

        Assert.Fail("The removal had more calls than this test looks at.");
    }

    [Fact]
    public async Task Is_done_once_when_any_answer_is_lost()
    {
        await using var app = new FunctionApp(emulator);
        for (var call = 1; call <= 20; call++)
        {
            var (cohort, register, row) = await SetUpAsync(app);
            app.Faults.LoseAnswerTo(call);
            var removed = await register.RemoveAsync(cohort, row.Key.Number, Remover, Token);
            var isOver = app.Faults.Calls < call;
            app.Faults.DieAt(0, false);

            Assert.Null(removed.Failure);
            await AssertRemovedOnceAsync(app, cohort, row);
            Assert.Empty(await RegisterAudit.UnsoundAsync(new TableServiceClient(emulator.ConnectionString), cohort));
            if (isOver)
            {
                return;
            }
        }

        Assert.Fail("The removal had more calls than this test looks at.");
    }

    [Fact]
    public async Task Is_refused_in_the_middle_of_a_move()
    {
        await using var app = new FunctionApp(emulator);
        var refused = 0;
        for (var call = 1; call <= 40; call++)
        {
            var (cohort, register, row) = await SetUpAsync(app);
            app.Faults.DieAt(call, afterEffect: true);
            _ = await Record.ExceptionAsync(() =>
                register.EnrolAsync(cohort, [Rosters.Of(cohort, 1, 1, point: 2)], isDryRun: false, Token));
            var calls = app.Faults.Calls;
            app.Faults.DieAt(0, false);

            var removed = await register.RemoveAsync(cohort, row.Key.Number, Remover, Token);
            Assert.Contains(removed.Failure?.Code, new[] { null, FailureCodes.StudentMoving });
            refused += removed.Failure is null ? 0 : 1;
            await register.RepairAsync(cohort, DateTimeOffset.MaxValue, Token);
            Assert.Empty(await RegisterAudit.UnsoundAsync(new TableServiceClient(emulator.ConnectionString), cohort));
            if (removed.Failure is not null)
            {
                Assert.Null((await register.RemoveAsync(cohort, row.Key.Number, Remover, Token)).Failure);
            }

            if (call > calls)
            {
                Assert.InRange(refused, 3, 20);
                return;
            }
        }

        Assert.Fail("The move had more calls than this test looks at.");
    }

    [Theory]
    [InlineData("t~S1")]
    [InlineData("r~S1")]
    public void Seals_the_fields_of_whoever_left_as_the_students(string rowKey) => Assert.Equal(
        SealedFields.AssociatedData("K~TP1", "s~S1", "Name"), SealedFields.AssociatedData("K~TP2", rowKey, "Name"));

    private static async Task<(CohortCode Cohort, IStudentRegister Register, Enrolment Row)> SetUpAsync(FunctionApp app)
    {
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);
        var cohorts = app.Services.GetRequiredService<ICohortStore>();
        var cohort = CohortCode.Parse($"REM{Interlocked.Increment(ref s_cohorts)}").Value!;
        foreach (var point in new[] { "TP1", "TP2" })
        {
            await cohorts.SaveAsync(TeachingPoint.Create(cohort, TeachingPointCode.Parse(point).Value!, "教学点").Value!, Token);
        }

        var (register, row) = (app.Services.GetRequiredService<IStudentRegister>(), Rosters.Of(cohort, 1, 1));
        await register.EnrolAsync(cohort, [row], isDryRun: false, Token);
        return (cohort, register, row);
    }

    private static async Task AssertRemovedOnceAsync(FunctionApp app, CohortCode cohort, Enrolment row)
    {
        var directory = app.Services.GetRequiredService<StudentDirectory>();
        Assert.Null(await directory.FindStudentAsync(cohort, row.Key.Number, null, Token));
        await app.Services.GetRequiredService<IStudentRegister>().EnrolAsync(cohort, [row], isDryRun: false, Token);
        var student = (await directory.FindStudentAsync(cohort, row.Key.Number, null, Token))!;
        Assert.Equal("StudentRemoved", Assert.Single(await directory.HistoryAsync(student, Token)).Event);
    }
}
