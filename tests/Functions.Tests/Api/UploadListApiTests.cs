using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class UploadListApiTests(EmulatorFixture emulator)
{
    // What a poll may cost, however much lies there: the caller's key, the cohort, the teaching point twice, and the rows.
    private const int DearestPoll = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_was_decided_since_the_last_look()
    {
        using var uploads = await UploadLinkCase.OpenAsync(emulator, "UPL1");
        await DeliverAsync(uploads, TestIds.First);

        var first = await uploads.GetAsync("teaching-points/TP1/uploads");
        await DeliverAsync(uploads, TestIds.Number(7));
        var asOf = first.GetProperty("asOf").GetString()!;
        var second = await ListAsync(uploads, asOf);
        var earlier = asOf.Replace("20", "19", StringComparison.Ordinal);

        Assert.Equal(["accepted"], Outcomes(first));
        Assert.Equal(["quarantined"], Outcomes(second));
        Assert.Equal(["quarantined", "accepted"], Outcomes(await ListAsync(uploads, earlier)));
        Assert.Empty(Outcomes(await ListAsync(uploads, "2999-01-01T00:00:00Z")));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("1500-01-01T00:00:00.1234567Z")]
    [InlineData("2020-01-01T08:00:00+08:00")]
    public async Task Takes_any_time_there_is(string since)
    {
        using var uploads = await UploadLinkCase.OpenAsync(emulator, $"UPL2-{since.Length}");
        await DeliverAsync(uploads, TestIds.First);

        Assert.Equal(["accepted"], Outcomes(await ListAsync(uploads, since)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2023-05-20")]
    [InlineData("2023-02-30T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("2023-05-20T08:00:00Z' or PartitionKey ne '")]
    public async Task Refuses_what_is_no_time(string since)
    {
        using var uploads = await UploadLinkCase.OpenAsync(emulator, $"UPL3-{since.Length}");

        using var answer = await uploads.TeachingPoint.GetAsync(Address("UPL3-" + since.Length, since), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"request-invalid\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Costs_a_handful_of_calls_where_much_has_happened_before()
    {
        using var uploads = await UploadLinkCase.OpenAsync(emulator, "UPL4");
        var last = await SeedAsync(uploads, students: 500, versions: 3);
        await uploads.TeachingPoint.GetAsync(Address("UPL4", last), Token);

        uploads.App.Calls.Reset();
        using var answer = await uploads.TeachingPoint.GetAsync(Address("UPL4", last), Token);

        var calls = uploads.App.Calls.Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"A look at what is new among 1,500 uploads of 500 students: {calls} calls.");
        Assert.Equal(500, (await FunctionApp.ReadAsync(answer)).GetProperty("items").GetArrayLength());
        Assert.InRange(calls, 1, DearestPoll);
    }

    // A version for each student a day: a time from which on only the last of each is new.
    private static async Task<string> SeedAsync(UploadLinkCase uploads, int students, int versions)
    {
        var services = uploads.App.Services;
        var keys = await services.GetRequiredService<DataKeysSource>().GetAsync(Token);
        var (cohort, point) = (CohortCode.Parse("UPL4").Value!, TeachingPointCode.Parse("TP1").Value!);
        var start = new DateTimeOffset(2023, 5, 20, 8, 0, 0, TimeSpan.Zero);
        var rows =
            from number in Enumerable.Range(0, students)
            from version in Enumerable.Range(0, versions)
            let at = start.AddDays(version)
            select LedgerEntityMapping.ToLedgerRow(
                new StudentKey(cohort, point, StudentNumber.Parse($"N{number:D4}").Value!),
                keys,
                new UploadVersion($"UPL4/TP1/{number}.jpg", string.Create(CultureInfo.InvariantCulture, $"0x{number}-{version}"), at),
                new UploadDecision { At = at, Outcome = UploadOutcome.Rejected, Findings = [] });
        var table = services.GetRequiredService<StorageAccount>().Students;
        await TableBatches.AddAsync(table, rows, row => row, (_, _) => { }, Token);
        return start.AddDays(versions - 1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private static async Task DeliverAsync(UploadLinkCase uploads, string id)
    {
        using var put = await uploads.SendAsync(HttpMethod.Put, await uploads.LinkAsync($"{id}.jpg"), SampleFiles.Portrait());
        put.EnsureSuccessStatusCode();
        (await uploads.App.DeliverAsync(uploads.BlobName($"{id}.jpg"))).EnsureSuccessStatusCode();
    }

    private static Task<JsonElement> ListAsync(UploadLinkCase uploads, string since) =>
        uploads.GetAsync($"teaching-points/TP1/uploads?since={Uri.EscapeDataString(since)}");

    private static Uri Address(string cohort, string since) => new(
        $"/api/cohorts/{cohort}/teaching-points/TP1/uploads?top=1000&since={Uri.EscapeDataString(since)}", UriKind.Relative);

    private static IEnumerable<string?> Outcomes(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(upload => upload.GetProperty("outcome").GetString());
}
