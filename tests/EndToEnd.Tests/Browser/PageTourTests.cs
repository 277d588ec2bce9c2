using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Demo;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>Every page of the college, filled by the demo, as it is seen on a phone and on a desk's screen.</summary>
public sealed class PageTourTests(DemoHost demo, Chromium chromium) : IClassFixture<DemoHost>, IClassFixture<Chromium>
{
    private const string Dashboard = $"api/dashboard/{DemoHost.Cohort}";
    private const string Desk = $"api/desk/{DemoHost.Cohort}/TP001";

    private static readonly (string Name, string Address)[] Administrators =
    [
        ("dashboard", Dashboard),
        ("dashboard-all-points", $"{Dashboard}?all=1"),
        ("teaching-point", $"{Dashboard}/teaching-points/TP001"),
        ("students", $"{Dashboard}/students"),
        ("students-rejected", $"{Dashboard}/students?collection=rejected&teachingPoint=TP001"),
        ("imports", $"{Dashboard}/imports"),
        ("import-roster", $"{Dashboard}/imports/roster"),
        ("mails", $"{Dashboard}/mails"),
        ("exports", $"{Dashboard}/exports"),
        ("desk-of-an-administrator", Desk),
    ];

    private static readonly (string Name, string Address)[] TeachingPoints =
    [
        ("desk", Desk),
        ("upload", $"{Desk}/upload"),
        ("review", $"{Desk}/review"),
        ("person", $"{Desk}/person"),
        ("lists", $"{Desk}/lists"),
        ("own-teaching-point", $"{Dashboard}/teaching-points/TP001"),
        ("own-students", $"{Dashboard}/students"),
    ];

    public static TheoryData<string, string, bool, bool> Looks { get; } = new(
        from page in Administrators.Select(page => (page, isAdministrator: true)).Concat(TeachingPoints.Select(page => (page, isAdministrator: false)))
        from isPhone in new[] { false, true }
        select (page.page.Name, page.page.Address, page.isAdministrator, isPhone));

    private CollegeTour Tour => field ??= new CollegeTour(chromium, demo.Address);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_page_is_sound(string name, string address, bool isAdministrator, bool isPhone)
    {
        await using var visit = await Tour.VisitAsync(isAdministrator ? demo.AdminKey : demo.DeskKey, isPhone);

        var answer = await visit.Page.GotoAsync(new Uri(demo.Address, address).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal(200, answer!.Status);
        await SoundAsync(visit);
        await visit.KeepAsync($"{name}-{(isPhone ? "phone" : "desk")}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Students_pages_are_sound_in_every_status(bool isPhone)
    {
        await using var visit = await Tour.VisitAsync(demo.AdminKey, isPhone);
        foreach (var filter in new[] { "collection=accepted", "collection=rejected", "collection=inReview", "collection=awaiting", "verification=failed" })
        {
            await visit.Page.GotoAsync(new Uri(demo.Address, $"{Dashboard}/students?{filter}").AbsoluteUri);
            await visit.Page.Locator("main table a").First.ClickAsync();
            await visit.Page.WaitForURLAsync(address => !address.Contains('?', StringComparison.Ordinal));
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await SoundAsync(visit);
            await visit.KeepAsync($"student-{filter[(filter.IndexOf('=', StringComparison.Ordinal) + 1)..]}-{(isPhone ? "phone" : "desk")}");
        }
    }

    [Fact]
    public async Task Every_page_speaks_English_when_asked_to()
    {
        await using var visit = await Tour.VisitAsync(demo.AdminKey, isPhone: false);
        await visit.Page.GotoAsync(new Uri(demo.Address, $"{Dashboard}?language=en").AbsoluteUri);
        foreach (var (_, address) in Administrators)
        {
            await visit.Page.GotoAsync(new Uri(demo.Address, address).AbsoluteUri);
            Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.DoesNotMatch("[一-龥]", await visit.Page.Locator("nav").First.InnerTextAsync());
        }
    }

    [Fact]
    public async Task The_first_page_is_small()
    {
        await using var visit = await Tour.VisitAsync(demo.AdminKey, isPhone: true);
        var answers = new ConcurrentQueue<IResponse>();
        visit.Page.Response += (_, answer) => answers.Enqueue(answer);

        await visit.Page.GotoAsync(new Uri(demo.Address, Dashboard).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var bytes = 0;
        foreach (var answer in answers)
        {
            bytes += (await answer.BodyAsync()).Length;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"first page: {bytes} bytes with all that it loads");
        Assert.InRange(bytes, 1_000, 60_000);
    }

    [Fact]
    public async Task A_teacher_sees_what_becomes_of_photos()
    {
        await using var visit = await Tour.VisitAsync(demo.DeskKey, isPhone: false);
        var (students, page) = (await RejectedAsync(), visit.Page);
        Assert.True(students.Count >= 5, $"Expected 5 rejected students but found {students.Count}.");

        // Thumbnails come where they can be seen: each is a look that the audit trail tells of.
        await page.SetViewportSizeAsync(1280, 1600);
        await page.GotoAsync(new Uri(demo.Address, $"{Desk}/upload").AbsoluteUri);

        await page.SetInputFilesAsync("#files",
        [
            File($"{students[0].NationalId}.jpg", SampleFiles.Portrait(10)),
            File($"{students[1].NationalId}.jpg", SampleFiles.Portrait(11)),
            File($"{students[2].NationalId}.jpg", SampleFiles.Portrait(12)),
            File($"{students[3].NationalId}.jpg", SampleFiles.File("too-small")),
            File($"{students[4].NationalId}.heic", SampleFiles.File("heic")),
            File("IMG_2043.jpg", SampleFiles.Portrait(13)),
        ]);
        await page.Locator("#start:enabled").ClickAsync();

        await visit.SeesAsync("全部完成：审核通过3张，有问题3张。", "#said");
        await Assertions.Expect(page.Locator("#photos img:visible")).ToHaveCountAsync(3, new() { Timeout = BrowserVisit.Patience });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await KeepForReadmeAsync(page, "upload");
        await SoundAsync(visit);

        await using var administrator = await Tour.VisitAsync(demo.AdminKey, isPhone: false);
        await administrator.Page.GotoAsync(new Uri(demo.Address, Dashboard).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await KeepForReadmeAsync(administrator.Page, "dashboard");

        static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "image/jpeg", Buffer = content };
    }

    // UPDATE_PICTURES=1 writes the README's pictures anew.
    private static async Task KeepForReadmeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_PICTURES") == "1")
        {
            await page.SetViewportSizeAsync(1280, 1200);
            await page.EvaluateAsync("scrollTo(0, 0)");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BuildLayout.RepositoryRoot, "docs", "images", $"{name}.png") });
        }
    }

    private async Task<IReadOnlyList<SampleStudent>> RejectedAsync()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", demo.DeskKey);
        var listed = await http.GetFromJsonAsync<JsonElement>(
            new Uri(demo.Address, $"api/cohorts/{DemoHost.Cohort}/students?collection=rejected"), TestContext.Current.CancellationToken);
        var numbers = listed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("studentNumber").GetString()).ToHashSet();
        return [.. DemoHost.Roster.Where(student => numbers.Contains(student.Number))];
    }

    private async Task SoundAsync(BrowserVisit visit)
    {
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.True(
            await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the screen.");
        await LayoutShift.AssertNoneAsync(visit.Page);
        await Axe.AssertAccessibleAsync(visit.Page);
        visit.AssertQuiet(new Uri(demo.Address, "api/"), demo.Storage);
    }
}
