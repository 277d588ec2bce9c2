using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.LocalHost.Demo;
using PhotoFunctions.LocalHost.Demo.Api;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Files;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>A whole teaching point's photos in one drop.</summary>
public sealed class UploadMassTests(PipelineHost host, Chromium chromium) : IClassFixture<PipelineHost>, IClassFixture<Chromium>
{
    private const string Cohort = "UPL-500";
    private const int Files = 500;
    private const int Bytes = 300_000;

    // The others are nobody's: they are kept as they are, and cost no decoding.
    private const int Students = 12;

    // Of a machine on which much else runs, in milliseconds.
    private const float Patience = 600_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_hundred_files_come_in_without_loss()
    {
        var desk = new UploadDesk(host, chromium);
        await EnrolAsync(desk);
        var folder = Directory.CreateTempSubdirectory("photofunctions-mass-");
        try
        {
            var sums = await WriteAsync(folder.FullName);
            var (visit, page) = await desk.OpenAsync(cohort: Cohort);
            await using var closing = visit;
            var watch = Stopwatch.StartNew();

            await page.ChooseFolderAsync(folder.FullName);
            await page.SendAsync(Files);
            var listed = watch.Elapsed;
            await page.SeesFigureAsync("sent", Files, Patience);
            var sent = watch.Elapsed;
            await page.SeesFigureAsync("taken", 0, Patience);
            await visit.SeesAsync("全部完成", "#said");

            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{Files} files of {Bytes} bytes: listed after {listed.TotalSeconds:F1} s, sent after {sent.TotalSeconds:F1} s, "
                + $"all decided after {watch.Elapsed.TotalSeconds:F1} s");
            await visit.KeepAsync("upload-mass");
            await AssertNothingLostAsync(sums);
            await LayoutShift.AssertNoneAsync(visit.Page);
            visit.AssertQuiet(desk.Places);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task AssertNothingLostAsync(IReadOnlyList<string> sums)
    {
        using var api = new DemoApi(host.Address, PipelineHost.AdminKey);
        var outcomes = await api.ListUploadsAsync(Cohort, UploadDesk.Point, Token);
        Assert.Equal(Files, outcomes.Count);
        Assert.Equal(Files, outcomes.Select(upload => upload.Etag).Distinct().Count());
        Assert.Equal(Files - Students, outcomes.Count(upload => upload.Outcome == "quarantined"));

        // Every byte is where it belongs: set apart, or the original of its student.
        var kept = new List<string>();
        foreach (var container in new[] { "quarantine", "originals" })
        {
            await foreach (var blob in host.Container(container).GetBlobsAsync(new() { Prefix = $"{Cohort}/" }, Token))
            {
                var content = (await host.Container(container).GetBlobClient(blob.Name).DownloadContentAsync(Token)).Value.Content;
                kept.Add(Convert.ToHexString(SHA256.HashData(content)));
            }
        }

        Assert.Equal(sums.Order(), kept.Order());
        Assert.False(await host.Container("uploads").GetBlobsAsync(new() { Prefix = $"{Cohort}/" }, Token).AnyAsync(Token));
    }

    private static async Task EnrolAsync(UploadDesk desk)
    {
        var cohort = new { name = "大批上传", collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31" };
        await SendAsync(desk, HttpMethod.Put, "", JsonContent.Create(cohort));
        await SendAsync(desk, HttpMethod.Put, $"/teaching-points/{UploadDesk.Point}", JsonContent.Create(new { name = "示例教学点" }));
        var students = SampleRoster.Invent(Students, seed: 11).Select(student => student with { TeachingPoint = UploadDesk.Point });
        var roster = new ByteArrayContent(SampleRoster.ToCsv([.. students]));
        roster.Headers.ContentType = new("text/csv");
        await SendAsync(desk, HttpMethod.Post, "/roster", roster);
    }

    private static async Task SendAsync(UploadDesk desk, HttpMethod method, string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(method, new Uri($"api/cohorts/{Cohort}{address}", UriKind.Relative)) { Content = content };
        using var answer = await desk.Admin.SendAsync(request, Token);
        answer.EnsureSuccessStatusCode();
    }

    /// <returns>The SHA-256 of each photo.</returns>
    private static async Task<IReadOnlyList<string>> WriteAsync(string folder)
    {
        var sums = new List<string>();
        var ids = Enumerable.Range(0, Students).Concat(Enumerable.Range(5000, Files - Students)).Select(SampleNationalId.Create);
        foreach (var (i, id) in ids.Index())
        {
            var photo = JpegFiles.WithComment(SampleFiles.Portrait((i % 16) + 1), Encoding.UTF8.GetBytes(id));
            photo = JpegFiles.Pad(photo, Math.Max(Bytes, photo.Length));
            var part = Directory.CreateDirectory(Path.Combine(folder, $"{(i % 3) + 1}班")).FullName;
            await File.WriteAllBytesAsync(Path.Combine(part, $"{id}.jpg"), photo, Token);
            sums.Add(Convert.ToHexString(SHA256.HashData(photo)));
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, "Thumbs.db"), [1], Token);
        return sums;
    }
}
