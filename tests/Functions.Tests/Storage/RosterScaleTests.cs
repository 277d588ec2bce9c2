using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Functions.Tests.Storage;

/// <summary>What a roster costs. LONG_TESTS=1 imports 20,000 rows and prints how long it took.</summary>
public sealed class RosterScaleTests(EmulatorFixture emulator, ITestOutputHelper output)
{
    private const int Points = 40;

    private static bool IsLong => Environment.GetEnvironmentVariable("LONG_TESTS") == "1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Needs_few_transactions_for_many_rows()
    {
        using var app = new FunctionApp(emulator);
        var rows = IsLong ? 20_000 : 1_000;
        var (register, roster) = await SetUpAsync(app, rows);

        var added = await MeasureAsync(app, "added", register, roster, isDryRun: false);
        var unchanged = await MeasureAsync(app, "unchanged", register, roster, isDryRun: false);
        var renamed = roster.ConvertAll(row => row with { Profile = row.Profile with { ClassName = "二班" } });
        var dry = await MeasureAsync(app, "dry run", register, renamed, isDryRun: true);
        var updated = await MeasureAsync(app, "updated", register, renamed, isDryRun: false);

        // 1,024 and 100 partitions of claims; a query for each teaching point; a query and a batch for each hundred of one.
        Assert.InRange(added, 1, rows <= 1_000 ? rows + 200 : rows / 8);
        Assert.InRange(unchanged, 1, Points + (rows / 1_000) + 1);
        Assert.Equal(unchanged, dry);
        Assert.InRange(updated, 1, unchanged + (2 * Points) + (2 * rows / 100));
    }

    private static async Task<(IStudentRegister Register, List<Enrolment> Roster)> SetUpAsync(FunctionApp app, int rows)
    {
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);
        var cohorts = app.Services.GetRequiredService<ICohortStore>();
        var cohort = CohortCode.Parse("Scale").Value!;
        for (var point = 1; point <= Points; point++)
        {
            var code = TeachingPointCode.Parse(string.Create(CultureInfo.InvariantCulture, $"TP{point}")).Value!;
            await cohorts.SaveAsync(TeachingPoint.Create(cohort, code, "教学点").Value!, Token);
        }

        var roster = Enumerable.Range(0, rows).Select(i => new Enrolment(
            new StudentKey(
                cohort,
                TeachingPointCode.Parse(string.Create(CultureInfo.InvariantCulture, $"TP{1 + (i % Points)}")).Value!,
                StudentNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"S{i:D6}")).Value!),
            new StudentProfile
            {
                Name = "张三",
                NationalId = NationalId.Parse(IdOf(i)).Value!,
                Mail = "a@b.example",
            })).ToList();
        return (app.Services.GetRequiredService<IStudentRegister>(), roster);
    }

    private static string IdOf(int i) => NationalIds.Complete(
        string.Create(CultureInfo.InvariantCulture, $"360103{new DateOnly(1990, 1, 1).AddDays(i / 1000):yyyyMMdd}{i % 1000:D3}"));

    private async Task<int> MeasureAsync(FunctionApp app, string what, IStudentRegister register, List<Enrolment> roster, bool isDryRun)
    {
        app.Calls.Reset();
        var start = Stopwatch.GetTimestamp();
        var results = await register.EnrolAsync(roster[0].Key.Cohort, roster, isDryRun, Token);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine($"{what}: {roster.Count} rows, {seconds:F1} s, {app.Calls.Count} transactions");
        Assert.All(results, result => Assert.Null(result.Failure));
        return app.Calls.Count;
    }
}
