using Microsoft.Playwright;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>What goes wrong while photos are on their way, and that nothing is lost by it.</summary>
public sealed class UploadTroubleTests(PipelineHost host, Chromium chromium) : IClassFixture<PipelineHost>, IClassFixture<Chromium>
{
    private UploadDesk Desk => field ??= new UploadDesk(host, chromium);

    private string Inbox => $"{Desk.Places[1]}uploads/**";

    [Fact]
    public async Task A_photo_is_sent_again_when_the_network_is_cut()
    {
        var (visit, page) = await Desk.OpenAsync();
        await using var closing = visit;
        var (student, puts) = (Desk.Take(), 0);
        await visit.Page.RouteAsync(Inbox, route => ++puts == 1 ? route.AbortAsync("connectionreset") : route.ContinueAsync());

        await page.ChooseAsync(($"{student.NationalId}.jpg", host.TakePortrait()));
        await page.SendAsync(1);

        await page.SeesAsync("将重试", $"{student.NationalId}.jpg");
        await page.SeesAsync("审核通过", $"{student.NationalId}.jpg");
        Assert.Equal(2, puts);
        page.AssertQuietButForCuts(Desk.Places[1]);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_asked_for_again()
    {
        var (visit, page) = await Desk.OpenAsync();
        await using var closing = visit;
        var (student, links, looks) = (Desk.Take(), 0, 0);
        await visit.Page.RouteAsync("**/teaching-points/*/uploads**", route => Count(route.Request) == 1
            ? route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = "{\"items\":[" })
            : route.ContinueAsync());

        await page.ChooseAsync(($"{student.NationalId}.jpg", host.TakePortrait()));
        await page.SendAsync(1);

        await page.SeesAsync("审核通过", $"{student.NationalId}.jpg");
        Assert.True(links >= 2 && looks >= 2, $"Expected both to be asked for again but saw {links} and {looks} requests.");
        visit.AssertQuiet(Desk.Places);

        int Count(IRequest request) => request.Method == "POST" ? ++links : ++looks;
    }

    [Fact]
    public async Task A_photo_waits_while_the_browser_is_offline()
    {
        var (visit, page) = await Desk.OpenAsync();
        await using var closing = visit;
        var student = Desk.Take();
        await page.ChooseAsync(($"{student.NationalId}.jpg", host.TakePortrait()));
        await visit.Page.Context.SetOfflineAsync(true);
        await page.SendAsync(1);
        await page.SeesAsync("排队中", $"{student.NationalId}.jpg");
        await visit.Page.Context.SetOfflineAsync(false);

        await page.SeesAsync("审核通过", $"{student.NationalId}.jpg");
        page.AssertQuietButForCuts(Desk.Places[1]);
    }

    [Fact]
    public async Task A_link_that_is_over_is_followed_by_a_new_one()
    {
        var (visit, page) = await Desk.OpenAsync();
        await using var closing = visit;
        var (student, puts, asked) = (Desk.Take(), 0, 0);
        visit.Page.Request += (_, request) => asked += request is { Method: "POST" } && request.Url.EndsWith("/uploads", StringComparison.Ordinal) ? 1 : 0;

        // The storage itself refuses a link whose signature does not fit, as one that is over.
        await visit.Page.RouteAsync(Inbox, route => route.ContinueAsync(
            ++puts == 1 ? new() { Url = route.Request.Url.Replace("sig=", "sig=x", StringComparison.Ordinal) } : null));

        await page.ChooseAsync(($"{student.NationalId}.jpg", host.TakePortrait()));
        await page.SendAsync(1);

        await page.SeesAsync("审核通过", $"{student.NationalId}.jpg");
        Assert.Equal((2, 2), (puts, asked));
        page.AssertQuietButForCuts(Desk.Places[1]);
    }

    [Fact]
    public async Task A_session_that_ends_loses_nothing()
    {
        var (visit, page) = await Desk.OpenAsync();
        await using var closing = visit;
        var (before, after) = (Desk.Take(), Desk.Take());
        var held = host.TakePortrait();
        var hold = host.Gate.Hold("PUT", PipelineHost.OriginalOf(before, held));
        await page.ChooseAsync(($"{before.NationalId}.jpg", held));
        await page.SendAsync(1);
        await page.SeesFigureAsync("sent", 1);

        await visit.Page.Context.ClearCookiesAsync();
        hold.Release();
        await Assertions.Expect(visit.Page.Locator("#signed-out")).ToBeVisibleAsync(new() { Timeout = BrowserVisit.Patience });
        await visit.KeepAsync("upload-signed-out");
        await Axe.AssertAccessibleAsync(visit.Page);
        await visit.Page.Locator("#go-on").ClickAsync();
        await visit.SeesAsync("还没有用本教学点的密钥登录", "#still-out");
        await Desk.SignInAsync(visit.Page.Context);
        await visit.Page.Locator("#go-on").ClickAsync();

        await page.SeesAsync("审核通过", $"{before.NationalId}.jpg");
        await page.ChooseAsync(($"{after.NationalId}.jpg", host.TakePortrait()));
        await page.SendAsync(1);
        await page.SeesAsync("审核通过", $"{after.NationalId}.jpg");
        page.AssertQuietButForCuts(Desk.Places[1]);
    }

    [Fact]
    public async Task A_photo_waits_for_another_one_that_lies_in_the_inbox()
    {
        var (visit, page) = await Desk.OpenAsync();
        await using var closing = visit;
        var (student, first) = (Desk.Take(), host.TakePortrait());
        var hold = host.Gate.Hold("PUT", PipelineHost.OriginalOf(student, first));
        var etag = await host.UploadAsync($"{UploadDesk.Point}/{student.NationalId}.jpg", first);

        await page.ChooseAsync(($"{student.NationalId}.jpg", first));
        await page.SendAsync(1);
        await page.SeesAsync("仍在收件箱", $"{student.NationalId}.jpg");
        hold.Release();

        await page.SeesAsync("与已处理的照片相同", $"{student.NationalId}.jpg");
        Assert.Equal("accepted", (await host.OutcomeAsync(UploadDesk.Point, etag)).Outcome);
        page.AssertQuietButForCuts(Desk.Places[1]);
    }

    [Fact]
    public async Task All_that_failed_is_tried_again_by_one_button()
    {
        var (visit, page) = await Desk.OpenAsync();
        await using var closing = visit;
        var (one, other) = (Desk.Take(), Desk.Take());
        await visit.Page.RouteAsync(Inbox, route => route.FulfillAsync(new()
        {
            Status = 400,
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        }));
        await page.ChooseAsync(($"{one.NationalId}.jpg", host.TakePortrait()), ($"{other.NationalId}.jpg", host.TakePortrait()));
        await page.SendAsync(2);
        await page.SeesAsync("上传失败", $"{one.NationalId}.jpg");
        await page.SeesAsync("上传失败", $"{other.NationalId}.jpg");
        await visit.Page.GetByLabel("只看有问题的").CheckAsync();
        Assert.Equal(2, await visit.Page.Locator("#photos > li:visible").CountAsync());
        await visit.Page.UnrouteAllAsync();

        await visit.Page.Locator("#retry").ClickAsync();

        await page.SeesAsync("审核通过", $"{one.NationalId}.jpg");
        await page.SeesAsync("审核通过", $"{other.NationalId}.jpg");
        await Assertions.Expect(visit.Page.Locator("#photos > li:visible")).ToHaveCountAsync(0);
        page.AssertQuietButForCuts(Desk.Places[1]);
    }

    [Fact]
    public async Task Whoever_leaves_while_photos_are_on_their_way_is_asked_first()
    {
        var (visit, page) = await Desk.OpenAsync();
        await using var closing = visit;
        var student = Desk.Take();
        await visit.Page.RouteAsync(Inbox, _ => Task.CompletedTask);
        await page.ChooseAsync(($"{student.NationalId}.jpg", SampleFiles.Portrait()));
        await page.SendAsync(1);
        await page.SeesAsync("上传中", $"{student.NationalId}.jpg");

        var asked = new TaskCompletionSource<string>();
        visit.Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };
        await visit.Page.CloseAsync(new() { RunBeforeUnload = true });

        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        await page.SeesAsync("上传中", $"{student.NationalId}.jpg");
    }
}
