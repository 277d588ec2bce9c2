using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Upkeep;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Tests.Api;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests;

/// <summary>The app with its clock moved, on a storage whose clock nobody moves.</summary>
public sealed class MovedClockTests(EmulatorFixture emulator)
{
    private const int Days = 200;
    private const string Offset = "200.00:00:00";
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static DateTimeOffset RealNow => TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("", "window-not-open")]
    [InlineData(Offset, null)]
    [InlineData("400.00:00:00", "window-closed")]
    public async Task Judges_windows_by_the_moved_clock(string offset, string? code)
    {
        var cohort = $"CLOCK1-{offset.Length}{code}";
        using var app = Moved(offset);
        using var admin = await app.EnrolAsync(cohort, ("S1", "张三", TestIds.First, "TP1"));
        var today = DateOnly.FromDateTime(RealNow.UtcDateTime);
        var window = new { name = "测试届", collectionOpensOn = today.AddDays(Days - 10), collectionClosesOn = today.AddDays(Days + 10) };
        (await admin.PutAsJsonAsync($"/api/cohorts/{cohort}", window, Token)).EnsureSuccessStatusCode();

        await app.UploadAsync($"{cohort}/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());

        var student = await GetAsync(admin, $"{cohort}/students/S1");
        var expected = RealNow + app.Services.GetRequiredService<AppSettings>().ClockOffset;
        AssertNear(expected, student.GetProperty("photo").GetProperty("uploadedAt").GetDateTimeOffset());
        AssertNear(expected, (await GetAsync(admin, $"{cohort}/summary")).GetProperty("asOf").GetDateTimeOffset());
        Assert.Equal(code is null ? "accepted" : "rejected", student.GetProperty("collection").GetString());
        Assert.Contains(code ?? "uploadedAt", student.GetProperty("photo").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Offset)]
    [InlineData("-200.00:00:00")]
    public async Task Signs_links_by_the_real_clock(string offset)
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, $"CLOCK2-{offset.Length}", offset);
        var file = Assert.Single(await links.LinksAsync(($"{TestIds.First}.jpg", 1000)));

        using var put = await links.SendAsync(HttpMethod.Put, new Uri(file.GetProperty("url").GetString()!), SampleFiles.Portrait());
        (await links.App.DeliverAsync(links.BlobName($"{TestIds.First}.jpg"))).EnsureSuccessStatusCode();
        var pictures = (await links.StudentAsync()).GetProperty("photo").GetProperty("links");
        using var picture = await links.SendAsync(HttpMethod.Get, new Uri(pictures[0].GetProperty("url").GetString()!));

        Assert.InRange(file.GetProperty("expiresAt").GetDateTimeOffset() - RealNow, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (put.StatusCode, picture.StatusCode));
    }

    [Theory]
    [InlineData(Offset)]
    [InlineData("-200.00:00:00")]
    public async Task Knows_how_long_files_lie_there(string offset)
    {
        using var app = Moved(offset);
        var cohort = CohortCode.Parse($"CLOCK3-{offset.Length}").Value!;
        using var admin = await app.EnrolAsync(cohort.Value, ("S1", "张三", TestIds.First, "TP1"));
        var upload = $"{cohort}/TP1/{TestIds.Second}.jpg";
        await app.Container("uploads").GetBlobClient(upload).UploadAsync(BinaryData.FromString("bytes"), Token);
        var output = $"{cohort}/S1/{new string('0', 64)}.x.jpg";
        await app.Container("photos").GetBlobClient(output).UploadAsync(BinaryData.FromString("bytes"), Token);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

        Assert.Equal((0, 0, 0), await CountAsync(now - Moment));
        Assert.Equal((1, 1, 1), await CountAsync(now + Moment));

        async Task<(int Uploads, int Outputs, int Changes)> CountAsync(DateTimeOffset writtenBefore)
        {
            var photos = app.Services.GetRequiredService<IPhotoStore>();
            var files = app.Services.GetRequiredService<IOutputFiles>();
            var changes = await app.Services.GetRequiredService<IStudentRegister>().ListChangesAsync(Token);
            return (
                await photos.ListUploadsAsync(writtenBefore, Token).CountAsync(version => version.BlobName == upload, Token),
                await files.ListAsync(cohort, writtenBefore, Token).CountAsync(Token),
                changes.Count(change => change.Cohort == cohort && change.At < writtenBefore));
        }
    }

    [Theory]
    [InlineData(Offset)]
    [InlineData("-200.00:00:00")]
    public async Task Takes_no_claim_back_that_was_just_made(string offset)
    {
        using var app = Moved(offset);
        var cohort = CohortCode.Parse($"CLOCK4-{offset.Length}").Value!;
        using var admin = await app.EnrolAsync(cohort.Value, ("S1", "张三", TestIds.First, "TP1"));
        await app.Services.GetRequiredService<StorageAccount>().Students
            .DeleteEntityAsync(new TableEntity($"{cohort}~TP1", "s~S1"), cancellationToken: Token);
        var register = app.Services.GetRequiredService<IStudentRegister>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

        Assert.Equal(0, await register.RepairAsync(cohort, now - Moment, Token));
        Assert.Equal(2, await register.RepairAsync(cohort, now + Moment, Token));
    }

    [Fact]
    public async Task Remembers_files_that_ended_the_app_by_the_clock_that_dates_them()
    {
        var folder = Directory.CreateTempSubdirectory("journal-");
        var crashed = Path.Combine(folder.FullName, "1-2.crashed");
        await File.WriteAllTextAsync(crashed, "2", Token);
        using var app = Moved(Offset);
        app.Settings["DecodeJournalFolder"] = folder.FullName;

        app.CreateClient().Dispose();

        Assert.True(File.Exists(crashed));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(Offset, 1)]
    [InlineData("", 0)]
    public void Says_at_the_start_that_the_clock_was_moved(string offset, int lines)
    {
        using var app = Moved(offset);

        app.CreateClient().Dispose();

        var moved = app.LogLines.Where(line => line.StartsWith("The clock is set to ", StringComparison.Ordinal)).ToList();
        Assert.Equal(lines, moved.Count);
        var month = RealNow.AddDays(Days).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        Assert.All(moved, line => Assert.Contains(month, line, StringComparison.Ordinal));
    }

    private static async Task<JsonElement> GetAsync(HttpClient admin, string address) =>
        await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/cohorts/{address}", UriKind.Relative), Token));

    private static void AssertNear(DateTimeOffset expected, DateTimeOffset actual) =>
        Assert.InRange(actual, expected - Moment, expected + Moment);

    private FunctionApp Moved(string offset) => new(emulator) { Settings = { ["ClockOffset"] = offset } };
}
