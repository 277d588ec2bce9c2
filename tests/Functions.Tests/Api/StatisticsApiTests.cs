using System.Text.Json;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class StatisticsApiTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Counts_what_became_of_each_checks_findings()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "T1");
        await review.App.UploadAsync($"T1/TP2/{TestIds.Second}.jpg", SampleFiles.File("greyscale"));
        await review.DoAsync("refuse");
        await review.DoAsync("appeal");
        await review.DoAsync("appeal/grant");

        var statistics = await review.GetAsync("review-statistics");

        Assert.Equal(
            [
                "photo-blurred 0 1 0 1 1 1 0",
                "photo-greyscale 1 0 0 0 0 0 0",
                "photo-refused 0 0 0 0 1 1 0",
            ],
            Lines(statistics));
        var points = statistics.GetProperty("teachingPoints").EnumerateArray().ToList();
        Assert.Equal(["TP1", "TP2"], points.Select(point => point.GetProperty("code").GetString()!));
        Assert.Equal(["photo-greyscale 1 0 0 0 0 0 0"], Lines(points[1]));
    }

    [Fact]
    public async Task Reads_one_page_of_history_a_teaching_point()
    {
        using var review = await ReviewCase.RejectedAsync(emulator, "T2");
        await review.GetAsync("review-statistics");
        review.App.Calls.Reset();

        await review.GetAsync("review-statistics");

        // The teaching points, and the history of two of them.
        Assert.Equal(3, review.App.Calls.Count);
    }

    private static IEnumerable<string> Lines(JsonElement element) => element.GetProperty("checks").EnumerateArray().Select(check =>
    {
        string[] counts = ["rejected", "sentToReview", "approved", "refused", "appealed", "granted", "denied"];
        return $"{check.GetProperty("code").GetString()} {string.Join(' ', counts.Select(count => check.GetProperty(count).GetInt32()))}";
    });
}
