using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Links;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class PictureLinkApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_the_very_bytes_as_downloads_that_nobody_keeps()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "PLK1");
        var photo = (await review.StudentAsync()).GetProperty("photo");
        using var stranger = new HttpClient();

        var links = photo.GetProperty("links").EnumerateArray().ToList();

        Assert.Equal(
            ["original", "platform-120x160", "chsi-480x640"], links.Select(link => link.GetProperty("picture").GetString()));
        foreach (var link in links)
        {
            var picture = link.GetProperty("picture").GetString();
            using var answer = await stranger.GetAsync(UrlOf(link), Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var through = await review.SendAsync($"students/S1/photo/{picture}");
            Assert.Equal(await through.Content.ReadAsByteArrayAsync(Token), await answer.Content.ReadAsByteArrayAsync(Token));
            Assert.Equal(("attachment", $"S1-{picture}.jpg"), Disposition(answer));
            Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.DoesNotContain(TestIds.First, UrlOf(link).AbsoluteUri, StringComparison.OrdinalIgnoreCase);
            var left = link.GetProperty("expiresAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow();
            Assert.InRange(left, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
        }
    }

    [Theory]
    [InlineData("png", "image/png", "S1-original.png")]
    [InlineData("not-an-image", "application/octet-stream", "S1-original.bin")]
    public async Task Do_not_guess_what_an_original_is(string file, string contentType, string fileName)
    {
        using var review = await ReviewCase.InReviewAsync(emulator, $"PLK2{file[..3]}");
        await review.UploadAsync(SampleFiles.File(file));
        using var stranger = new HttpClient();

        using var answer = await stranger.GetAsync(await OriginalAsync(review), Token);

        Assert.Equal((contentType, ("attachment", fileName)), (answer.Content.Headers.ContentType?.MediaType, Disposition(answer)));
    }

    [Theory]
    [InlineData("PUT", "")]
    [InlineData("DELETE", "")]
    [InlineData("PUT", "&comp=metadata")]
    [InlineData("GET", "&comp=list&restype=container")]
    public async Task Do_nothing_but_show_it(string method, string query)
    {
        using var review = await ReviewCase.InReviewAsync(emulator, $"PLK3{method}{query.Length}");
        var url = await OriginalAsync(review);
        var target = query.Contains("list", StringComparison.Ordinal)
            ? new Uri($"{review.App.Container("originals").Uri}{url.Query}{query}")
            : new Uri(url + query);
        using var stranger = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        request.Content = new ByteArrayContent([1]);
        request.Headers.Add("x-ms-blob-type", "BlockBlob");

        using var answer = await stranger.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(SampleFiles.Portrait(), await stranger.GetByteArrayAsync(url, Token));
    }

    [Fact]
    public async Task Are_over_when_their_time_is_over()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "PLK4");
        var services = review.App.Services;
        var student = await services.GetRequiredService<StudentDirectory>().FindStudentAsync(
            CohortCode.Parse("PLK4").Value!, StudentNumber.Parse("S1").Value!, null, Token);
        var clock = new SetClock(TimeProvider.System.GetUtcNow() - PictureLinks.Lifetime - TimeSpan.FromSeconds(2));
        var storage = services.GetRequiredService<StorageAccount>();
        using var keys = new DelegationKeys(storage.Blobs, clock);
        var links = await new PictureLinks(storage, new SignedLinks(keys, clock)).CreateAsync(student!, Token);
        using var stranger = new HttpClient();

        using var answer = await stranger.GetAsync(links[0].Url, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Stand_on_a_students_own_page_only()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "PLK5");

        foreach (var address in new[] { "reviews", "teaching-points/TP1/students" })
        {
            Assert.DoesNotContain("sig=", (await review.GetAsync(address)).GetRawText(), StringComparison.Ordinal);
        }

        using var page = await review.SendAsync("students/S1");
        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Contains("sig=", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.False((await review.StudentAsync("S2")).TryGetProperty("photo", out _));
    }

    private static async Task<Uri> OriginalAsync(ReviewCase review) =>
        UrlOf((await review.StudentAsync()).GetProperty("photo").GetProperty("links")[0]);

    private static Uri UrlOf(JsonElement link) => new(link.GetProperty("url").GetString()!);

    private static (string?, string?) Disposition(HttpResponseMessage answer) =>
        (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
}
