using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class TableCohortStoreTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Cohorts lie in the partition "cohort" of their table, teaching points in the partition of their cohort's code.
    [Fact]
    public async Task Tells_a_cohort_from_a_teaching_point_of_the_cohort_named_cohort()
    {
        using var app = new FunctionApp(emulator);
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);
        var store = app.Services.GetRequiredService<ICohortStore>();
        var (named, other) = (CohortCode.Parse("cohort").Value!, CohortCode.Parse("C2027").Value!);
        foreach (var code in new[] { named, other })
        {
            await store.SaveAsync(Cohort.Create(code, "届", new DateOnly(2023, 4, 1), new DateOnly(2023, 6, 30)).Value!, Token);
        }

        var point = TeachingPointCode.Parse(other.Value).Value!;
        await store.SaveAsync(TeachingPoint.Create(named, point, "教学点").Value!, Token);

        Assert.Equal("届", (await store.FindAsync(other, Token))!.Name);
        Assert.Equal("教学点", (await store.FindTeachingPointAsync(named, point, Token))!.Name);
        Assert.Equal("届", (await store.FindAsync(other, Token))!.Name);
    }
}
