using System.Text.Json;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class SummaryApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_every_track_by_level_class_and_teaching_point()
    {
        await using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LSS1");
        await app.UploadAsync($"LSS1/TP1/{TestIds.Number(1)}.jpg", SampleFiles.Portrait());

        var point = await GetAsync(admin, "LSS1/teaching-points/TP1/summary");
        var cohort = await GetAsync(admin, "LSS1/summary");

        Assert.Equal("2", point.GetProperty("students").ToString());
        Assert.Equal("1 1", $"{Of(point, "collection", "awaiting")} {Of(point, "collection", "accepted")}");
        Assert.Equal("1 1 2", $"{Of(point, "proofing", "due")} {Of(point, "proofing", "notDue")} {Of(point, "verification", "pending")}");
        Assert.Equal("0 0", $"{Of(point, "overdue", "collection")} {Of(point, "overdue", "proofing")}");
        Assert.Equal(["专升本 1", "高起本 1"], Groups(point, "levels", "level").Order(StringComparer.Ordinal));
        Assert.Equal(["1班 1", "2班 1"], Groups(point, "classes", "className").Order(StringComparer.Ordinal));
        Assert.Equal("3", cohort.GetProperty("students").ToString());
        Assert.Equal(["TP1 2", "TP2 1"], Groups(cohort, "teachingPoints", "code"));
        Assert.Equal(["专升本 1", "高起本 2"], Groups(cohort, "levels", "level").Order(StringComparer.Ordinal));
        Assert.False(cohort.TryGetProperty("classes", out _) || cohort.TryGetProperty("counts", out _));
        foreach (var today in new[] { point, cohort }.Select(summary => summary.GetProperty("days").EnumerateArray().Last()))
        {
            Assert.Equal("1 1", $"{today.GetProperty("accepted")} {today.GetProperty("total")}");
        }
    }

    [Fact]
    public async Task Remembers_a_summary_and_says_of_when_it_is()
    {
        await using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LSS2");
        var first = await GetAsync(admin, "LSS2/teaching-points/TP1/summary");
        await app.UploadAsync($"LSS2/TP1/{TestIds.Number(1)}.jpg", SampleFiles.Portrait());
        app.Calls.Reset();

        var second = await GetAsync(admin, "LSS2/teaching-points/TP1/summary");

        Assert.Equal(0, app.Calls.Count);
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.InRange(first.GetProperty("asOf").GetDateTimeOffset(), DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.MaxValue);
    }

    private static async Task<HttpClient> EnrolAsync(FunctionApp app, string cohort)
    {
        var admin = await app.EnrolAsync(cohort);
        using var content = new StringContent(
            $"""
            学号,姓名,身份证号,教学点,层次,班级
            A1,一,{TestIds.Number(1)},TP1,高起本,1班
            A2,二,{TestIds.Number(2)},TP1,专升本,2班
            A3,三,{TestIds.Number(3)},TP2,高起本,1班
            """);
        await FunctionApp.ReadAsync(await admin.PostAsync(new Uri($"/api/cohorts/{cohort}/roster", UriKind.Relative), content, Token));
        return admin;
    }

    private static string Of(JsonElement summary, string track, string status) => summary.GetProperty(track).GetProperty(status).ToString();

    private static IEnumerable<string> Groups(JsonElement summary, string list, string name) =>
        from one in summary.GetProperty(list).EnumerateArray() select $"{one.GetProperty(name).GetString()} {one.GetProperty("students")}";

    private static async Task<JsonElement> GetAsync(HttpClient admin, string path) =>
        await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/cohorts/{path}", UriKind.Relative), Token));
}
