using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class ThumbnailApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_the_smallest_picture_and_tell_the_trail_of_each_student()
    {
        using var uploads = await OpenAsync("THM1");
        await DeliverAsync(uploads, TestIds.First, SampleFiles.Portrait());
        (await uploads.Admin.PutAsJsonAsync(
            "/api/cohorts/THM1/photo-rules", new { sharpness = new { minEdgeVariance = 1e9, reviewEdgeVariance = 1e9 } }, Token))
            .EnsureSuccessStatusCode();
        await DeliverAsync(uploads, TestIds.Number(3), SampleFiles.Portrait(2));

        var items = await AskAsync(uploads, "THM1", "S1", "S3");

        Assert.Equal(["platform-120x160", "original"], items.Select(item => item.GetProperty("picture").GetString()));
        using var stranger = new HttpClient();
        using var picture = await stranger.GetAsync(new Uri(items[0].GetProperty("url").GetString()!), Token);
        using var same = await uploads.Admin.GetAsync(
            new Uri("/api/cohorts/THM1/students/S1/photo/platform-120x160", UriKind.Relative), Token);
        Assert.Equal(await same.Content.ReadAsByteArrayAsync(Token), await picture.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal("attachment", picture.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(picture.Headers.CacheControl?.NoStore);
        var told = await uploads.App.Services.GetRequiredService<StorageAccount>().Audit
            .QueryAsync<TableEntity>(
                $"Cohort eq 'THM1' and Action eq '{AuditAction.PictureViewed}' and Details eq 'link to a small picture'",
                cancellationToken: Token)
            .ToListAsync(Token);
        Assert.Equal(["S1", "S3"], told.Select(line => line.GetString("Student")).Order());
        Assert.All(told, line => Assert.Equal("TP1", line.GetString("TeachingPoint")));
    }

    [Fact]
    public async Task Answer_for_strangers_as_for_nobody()
    {
        using var uploads = await OpenAsync("THM2");
        await uploads.App.UploadAsync($"THM2/TP2/{TestIds.Second}.jpg", SampleFiles.Portrait());
        await DeliverAsync(uploads, TestIds.Number(3), SampleFiles.File("not-an-image"));

        // Another's, nobody's, no number at all, nothing; and two of its own: one without a photo, one with what is no picture.
        var items = await AskAsync(uploads, "THM2", "S2", "S99", "张三", null, "S1", "S3");

        Assert.Equal(["S2", "S99", "张三", null, "S1", "S3"], items.Select(item => item.GetProperty("studentNumber").GetString()));
        Assert.All(items, item => Assert.Equal("studentNumber", Assert.Single(item.EnumerateObject()).Name));
        Assert.False(await uploads.App.Services.GetRequiredService<StorageAccount>().Audit
            .QueryAsync<TableEntity>($"Cohort eq 'THM2' and Action eq '{AuditAction.PictureViewed}'", cancellationToken: Token)
            .AnyAsync(Token));
    }

    [Fact]
    public async Task Cost_the_same_for_many_as_for_eight()
    {
        using var uploads = await OpenAsync("THM3");
        await AskAsync(uploads, "THM3", "S1");

        var calls = new List<int>();
        foreach (var count in new[] { 8, 100 })
        {
            uploads.App.Calls.Reset();
            await AskAsync(uploads, "THM3", [.. Enumerable.Range(1, count).Select(i => $"S{i}")]);
            calls.Add(uploads.App.Calls.Count);
        }

        Assert.Equal(calls[0], calls[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Are_for_one_to_a_hundred_students(int count)
    {
        using var uploads = await OpenAsync($"THM4-{count}");

        using var answer = await SendAsync(uploads, $"THM4-{count}", "TP1", Enumerable.Repeat("S1", count));
        using var others = await SendAsync(uploads, $"THM4-{count}", "TP2", ["S2"]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (answer.StatusCode, others.StatusCode));
    }

    private async Task<UploadLinkCase> OpenAsync(string cohort)
    {
        var uploads = await UploadLinkCase.OpenAsync(emulator, cohort);
        using var admin = await uploads.App.EnrolAsync(cohort, ("S3", "王五", TestIds.Number(3), "TP1"));
        return uploads;
    }

    private static async Task DeliverAsync(UploadLinkCase uploads, string id, byte[] photo)
    {
        using var put = await uploads.SendAsync(HttpMethod.Put, await uploads.LinkAsync($"{id}.jpg"), photo);
        put.EnsureSuccessStatusCode();
        (await uploads.App.DeliverAsync(uploads.BlobName($"{id}.jpg"))).EnsureSuccessStatusCode();
    }

    private static async Task<IReadOnlyList<JsonElement>> AskAsync(UploadLinkCase uploads, string cohort, params string?[] students)
    {
        using var answer = await SendAsync(uploads, cohort, "TP1", students);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return [.. (await FunctionApp.ReadAsync(answer)).GetProperty("items").EnumerateArray()];
    }

    private static Task<HttpResponseMessage> SendAsync(UploadLinkCase uploads, string cohort, string point, IEnumerable<string?> students) =>
        uploads.TeachingPoint.PostAsJsonAsync(
            new Uri($"/api/cohorts/{cohort}/teaching-points/{point}/pictures", UriKind.Relative), new { students }, Token);
}
