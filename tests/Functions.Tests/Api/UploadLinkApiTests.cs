using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Links;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class UploadLinkApiTests(EmulatorFixture emulator)
{
    private const string Name = $"{TestIds.First}.jpg";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Name)]
    [InlineData($"2班 (上)/张老师#1?/{Name}")]
    public async Task Gives_a_link_by_which_a_photo_comes_in_once(string name)
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, $"L1-{name.Length}");
        var photo = SampleFiles.Portrait();

        var file = Assert.Single(await links.LinksAsync((name, photo.Length)));
        var url = new Uri(file.GetProperty("url").GetString()!);
        using var put = await links.SendAsync(HttpMethod.Put, url, photo);

        Assert.Equal(name, file.GetProperty("name").GetString());
        var left = file.GetProperty("expiresAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow();
        Assert.InRange(left, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        (await links.App.DeliverAsync(links.BlobName(name))).EnsureSuccessStatusCode();
        Assert.Equal("accepted", (await links.StudentAsync()).GetProperty("collection").GetString());
        var uploads = (await links.GetAsync("teaching-points/TP1/uploads")).GetProperty("items");
        Assert.Equal(put.Headers.ETag!.Tag.Trim('"'), Assert.Single(uploads.EnumerateArray()).GetProperty("etag").GetString());
    }

    [Theory]
    [InlineData(TestIds.First, "rejected")]
    [InlineData("360103199901019559", "quarantined")]
    public async Task Does_not_read_what_is_a_terabyte_of_nothing(string id, string outcome)
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, $"L9-{outcome}");
        using var request = new HttpRequestMessage(HttpMethod.Put, await links.LinkAsync($"{id}.jpg"));
        request.Headers.Add("x-ms-blob-type", "PageBlob");
        request.Headers.Add("x-ms-blob-content-length", "1099511627776");
        request.Content = new ByteArrayContent([]);
        (await links.Stranger.SendAsync(request, Token)).EnsureSuccessStatusCode();

        (await links.App.DeliverAsync(links.BlobName($"{id}.jpg"))).EnsureSuccessStatusCode();

        var upload = Assert.Single((await links.GetAsync("teaching-points/TP1/uploads")).GetProperty("items").EnumerateArray());
        Assert.Equal(outcome, upload.GetProperty("outcome").GetString());
        Assert.False(await links.App.Container("uploads").GetBlobClient(links.BlobName($"{id}.jpg")).ExistsAsync(Token));
    }

    [Fact]
    public async Task Does_not_overwrite_what_lies_there()
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, "L2");
        var url = await links.LinkAsync();
        (await links.SendAsync(HttpMethod.Put, url, [1])).EnsureSuccessStatusCode();

        using var again = await links.SendAsync(HttpMethod.Put, url, [2]);
        using var another = await links.SendAsync(HttpMethod.Put, await links.LinkAsync(), [3]);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (again.StatusCode, another.StatusCode));
        Assert.Equal([1], await ContentAsync(links));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("HEAD", "")]
    [InlineData("DELETE", "")]
    [InlineData("PUT", "&comp=metadata")]
    [InlineData("PUT", "&comp=properties")]
    [InlineData("PUT", "&comp=block&blockid=AAAA")]
    [InlineData("PUT", "&comp=lease")]
    public async Task Opens_nothing_else_of_its_blob(string method, string query)
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, $"L3-{method}{query.Length}");
        var url = await links.LinkAsync();
        (await links.SendAsync(HttpMethod.Put, url, [1])).EnsureSuccessStatusCode();

        using var answer = await links.SendAsync(new HttpMethod(method), new Uri(url + query), method == "PUT" ? [2] : null);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal([1], await ContentAsync(links));
    }

    [Theory]
    [InlineData("L4", "/L4/TP1/", "/L4/TP2/")]
    [InlineData("L5", TestIds.First, TestIds.Second)]
    [InlineData("L6", "/uploads/", "/photos/")]
    [InlineData("L7", "sp=c", "sp=rcwdl")]
    [InlineData("L8", "se=2", "se=3")]
    public async Task Is_of_no_use_for_another_blob_another_right_or_a_longer_time(string cohort, string part, string other)
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, cohort);
        var url = await links.LinkAsync();
        Assert.Contains(part, url.AbsoluteUri, StringComparison.Ordinal);

        var changed = new Uri(url.AbsoluteUri.Replace(part, other, StringComparison.Ordinal));
        using var answer = await links.SendAsync(HttpMethod.Put, changed, [1]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Does_not_list_the_inbox()
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, "L9");
        var url = await links.LinkAsync();

        using var answer = await links.SendAsync(
            HttpMethod.Get, new Uri($"{links.App.Container("uploads").Uri}{url.Query}&restype=container&comp=list"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Is_over_when_its_time_is_over()
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, "L10");
        var cohort = await links.App.Services.GetRequiredService<ICohortStore>().FindAsync(CohortCode.Parse("L10").Value!, Token);
        var offer = Assert.Single(UploadOffer.Decide(cohort!, TeachingPointCode.Parse("TP1").Value!, [new OfferedFile(Name, 1)])).Value!;
        var clock = new SetClock(TimeProvider.System.GetUtcNow() - UploadLinks.Lifetime - TimeSpan.FromSeconds(2));
        var storage = links.App.Services.GetRequiredService<StorageAccount>();
        using var keys = new DelegationKeys(storage.Blobs, clock);
        var link = Assert.Single(await new UploadLinks(storage, new SignedLinks(keys, clock)).CreateAsync([offer], Token));

        using var answer = await links.SendAsync(HttpMethod.Put, link.Url, [1]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Answers_for_every_file_in_order_and_tells_the_trail_how_many()
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, "L11");

        var files = await links.LinksAsync(
            ("张三.jpg", 1),
            (Name, 1),
            ("../" + Name, 1),
            (TestIds.Number(1), 0),
            (TestIds.Number(2), 30_000_000),
            ("x/" + Name, 1),
            (TestIds.BadChecksum, 1));

        Assert.Equal(
            ["file-name-not-id", null, "upload-name-unusable", "file-empty", "file-too-large", "upload-repeated", "national-id-checksum"],
            files.Select(file => file.TryGetProperty("code", out var code) ? code.GetString() : null));
        Assert.All(files, file => Assert.Equal(file.TryGetProperty("url", out _), file.TryGetProperty("expiresAt", out _)));
        Assert.All(files, file => Assert.NotEqual(file.TryGetProperty("url", out _), file.TryGetProperty("messageZh", out _)));
        var told = await links.App.Services.GetRequiredService<StorageAccount>().Audit
            .QueryAsync<TableEntity>($"Cohort eq 'L11' and Action eq '{AuditAction.UploadLinksIssued}'", cancellationToken: Token)
            .ToListAsync(Token);
        Assert.Equal(("1 of 7", "TP1"), (Assert.Single(told)["Details"], told[0]["TeachingPoint"]));
    }

    [Fact]
    public async Task Says_nothing_about_names_to_anyone_else()
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, "L12");

        using var answer = await links.AskAsync(
            new { files = new object[] { new { name = Name, bytes = 1 }, new { name = TestIds.BadChecksum, bytes = 1 } } });

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain(links.App.LogLines, line => line.Contains(TestIds.First, StringComparison.Ordinal)
            || line.Contains(TestIds.BadChecksum, StringComparison.Ordinal) || line.Contains("sig=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Knows_no_other_teaching_point()
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, "L13");
        var body = new { files = new[] { new { name = Name, bytes = 1 } } };

        using var others = await links.AskAsync(body, "TP2");
        using var unknown = await links.AskAsync(body, "TP9");

        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        Assert.Equal(await WithoutTraceAsync(unknown), await WithoutTraceAsync(others));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public async Task Takes_one_to_five_hundred_files(int count)
    {
        using var links = await UploadLinkCase.OpenAsync(emulator, $"L14-{count}");

        using var answer = await links.AskAsync(
            new { files = Enumerable.Range(0, count).Select(i => new { name = TestIds.Number(i % 100), bytes = 1 }) });
        using var none = await links.AskAsync(new { });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (answer.StatusCode, none.StatusCode));
    }

    private static async Task<byte[]> ContentAsync(UploadLinkCase links) =>
        (await links.App.Container("uploads").GetBlobClient(links.BlobName(Name)).DownloadContentAsync(Token)).Value.Content.ToArray();

    private static async Task<string> WithoutTraceAsync(HttpResponseMessage answer)
    {
        var problem = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await answer.Content.ReadAsStringAsync(Token))!;
        problem.Remove("traceId");
        return JsonSerializer.Serialize(problem);
    }
}
