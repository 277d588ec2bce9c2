using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Upkeep;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class UpkeepTests(EmulatorFixture emulator)
{
    private const string Sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deletes_outputs_that_no_student_has_and_no_others()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "UPKEEP1");
        await PutAsync(app, $"UPKEEP1/S1/{Sha256}.platform-120x160.jpg");
        await PutAsync(app, $"UPKEEP1/S9/{Sha256}.platform-120x160.jpg");
        await PutAsync(app, "UPKEEP1/S1/notes.txt");
        var before = await ListAsync(app, "UPKEEP1");

        Assert.Equal(0, await SweepAsync(app, "UPKEEP1", OrphanSweep.Patience - TimeSpan.FromMinutes(5)));
        Assert.Equal(1, await SweepAsync(app, "UPKEEP1", OrphanSweep.Patience + TimeSpan.FromMinutes(5)));

        Assert.Equal(before.Except([$"UPKEEP1/S1/{Sha256}.platform-120x160.jpg"]), await ListAsync(app, "UPKEEP1"));
        Assert.Equal(5, before.Count);
    }

    [Fact]
    public async Task Leaves_an_output_that_was_written_again_after_it_was_listed()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "UPKEEP2");
        var name = $"UPKEEP2/S1/{Sha256}.platform-120x160.jpg";
        await PutAsync(app, name);
        var files = app.Services.GetRequiredService<IOutputFiles>();
        var cohort = CohortCode.Parse("UPKEEP2").Value!;
        var listed = await files.ListAsync(cohort, DateTimeOffset.MaxValue, Token).FirstAsync(file => file.Sha256 == Sha256, Token);

        await PutAsync(app, name);

        Assert.False(await files.DeleteAsync(cohort, listed, Token));
        Assert.Contains(name, await ListAsync(app, "UPKEEP2"));
    }

    [Fact]
    public async Task Sends_the_same_picture_at_two_teaching_points_to_review_once()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "UPKEEP3");
        var search = app.Services.GetRequiredService<DuplicateSearch>();
        var cohort = (await app.Services.GetRequiredService<ICohortStore>().ReadAsync(CohortCode.Parse("UPKEEP3").Value!, Token))!;
        await app.UploadAsync($"UPKEEP3/TP2/{TestIds.Second}.jpg", SampleFiles.Portrait());
        Assert.Equal("accepted", (await StudentAsync(admin, "UPKEEP3", "S2")).GetProperty("collection").GetString());

        Assert.Equal(1, await search.RunAsync(cohort, Token));
        Assert.Equal(0, await search.RunAsync(cohort, Token));

        var student = await StudentAsync(admin, "UPKEEP3", "S2");
        Assert.Equal("inReview", student.GetProperty("collection").GetString());
        Assert.Contains("photo-duplicate-in-cohort", student.GetProperty("photo").ToString(), StringComparison.Ordinal);
        Assert.Equal("accepted", (await StudentAsync(admin, "UPKEEP3", "S1")).GetProperty("collection").GetString());
    }

    [Fact]
    public async Task Shows_one_student_for_three_transactions_and_the_line_of_the_audit_trail()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "UPKEEP5");
        await StudentAsync(admin, "UPKEEP5", "S1");
        app.Calls.Reset();

        var student = await StudentAsync(admin, "UPKEEP5", "S1");

        // Index, student, history, and that somebody looked; the cohort is remembered.
        Assert.NotEmpty(student.GetProperty("history").EnumerateArray());
        Assert.Equal(4, app.Calls.Count);
    }

    [Fact]
    public async Task Counts_a_teaching_points_students_in_one_transaction()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "UPKEEP6");
        var address = new Uri("/api/cohorts/UPKEEP6/teaching-points/TP1/summary", UriKind.Relative);

        // From here on the cohort, the teaching point and the calendar are remembered.
        await admin.GetAsync(new Uri("/api/cohorts/UPKEEP6/teaching-points/TP2/summary", UriKind.Relative), Token);
        await admin.GetAsync(new Uri("/api/cohorts/UPKEEP6/teaching-points/TP1", UriKind.Relative), Token);
        app.Calls.Reset();

        var summary = await FunctionApp.ReadAsync(await admin.GetAsync(address, Token));

        Assert.Equal(1, summary.GetProperty("students").GetInt32());
        Assert.Equal(1, summary.GetProperty("collection").GetProperty("accepted").GetInt32());
        Assert.Equal(1, app.Calls.Count);
    }

    [Fact]
    public async Task Walks_over_a_cohort_with_one_transaction_for_each_teaching_point()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "UPKEEP4");
        app.Calls.Reset();

        var pictures = await app.Services.GetRequiredService<IStudentPictures>().ListAsync(CohortCode.Parse("UPKEEP4").Value!, Token).ToListAsync(Token);

        Assert.Equal(["S1", "S2"], pictures.Select(picture => picture.Student.Number.Value));
        Assert.Equal(3, app.Calls.Count);
    }

    // S1 at TP1 with an accepted photo, S2 at TP2 without.
    private static async Task<HttpClient> EnrolAsync(FunctionApp app, string cohort)
    {
        var admin = await app.EnrolAsync(cohort, ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP2"));
        await app.UploadAsync($"{cohort}/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());
        return admin;
    }

    private static Task<int> SweepAsync(FunctionApp app, string cohort, TimeSpan later)
    {
        var services = app.Services;
        var sweep = new OrphanSweep(
            services.GetRequiredService<IStudentPictures>(),
            services.GetRequiredService<IOutputFiles>(),
            new FakeTimeProvider(TimeProvider.System.GetUtcNow() + later));
        return sweep.RunAsync(CohortCode.Parse(cohort).Value!, Token);
    }

    private static async Task<System.Text.Json.JsonElement> StudentAsync(HttpClient admin, string cohort, string number) =>
        await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/cohorts/{cohort}/students/{number}", UriKind.Relative), Token));

    private static async Task PutAsync(FunctionApp app, string name) =>
        await app.Container("photos").GetBlobClient(name).UploadAsync(BinaryData.FromString("bytes"), overwrite: true, Token);

    private static async Task<List<string>> ListAsync(FunctionApp app, string cohort) =>
        await app.Container("photos").GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{cohort}/", Token).Select(blob => blob.Name).ToListAsync(Token);
}
