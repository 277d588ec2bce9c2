using System.Collections.Concurrent;
using Microsoft.Playwright;

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
