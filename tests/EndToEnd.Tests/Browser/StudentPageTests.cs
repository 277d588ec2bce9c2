using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Playwright;
using PhotoFunctions.EndToEnd.Tests.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>Students' pages in a real browser, through LocalHost, as the mail's link opens them.</summary>
public sealed class StudentPageTests(PipelineHost host, Chromium chromium) : IClassFixture<PipelineHost>, IClassFixture<Chromium>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_student_answers_on_a_phone_by_tapping()
    {
        await using var visit = await chromium.VisitAsync(host.Address);
        var (number, link) = await AskAsync();

        await visit.Page.GotoAsync(link);
        await visit.KeepAsync("question");
        await visit.SeesTitleAsync("校对学历图像");
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        await Axe.AssertAccessibleAsync(visit.Page);
        await visit.Page.GetByLabel("正确").TapAsync();
        await visit.KeepAsync("question-chosen");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).TapAsync();
        await visit.SeesTitleAsync("提交成功");
        await visit.KeepAsync("thanks");

        await visit.Page.GotoAsync(link);
        await visit.SeesTitleAsync("已经答复");
        await visit.SeesAsync("正确", "main");
        await visit.KeepAsync("answered");
        Assert.Equal("confirmed", await StandingAsync(number));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task A_student_answers_with_the_keyboard_alone()
    {
        await using var visit = await chromium.VisitAsync(host.Address, options =>
        {
            (options.IsMobile, options.HasTouch) = (false, false);
            options.ViewportSize = new ViewportSize { Width = 1100, Height = 800 };
        });
        var (number, link) = await AskAsync();
        await SetContactsAsync();

        await visit.Page.GotoAsync(link);
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.KeepAsync("keyboard");
        Assert.True(await visit.Page.GetByLabel("无图像").IsCheckedAsync());
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(link);

        await visit.SeesTitleAsync("提交成功");
        await visit.SeesAsync("无图像", "[role=status]");
        await visit.SeesAsync("010-12345678", "main");
        await visit.KeepAsync("thanks-disputed");
        Assert.Equal("disputed", await StandingAsync(number));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task A_student_answers_in_a_browser_without_scripts()
    {
        await using var visit = await chromium.VisitAsync(host.Address, options => options.JavaScriptEnabled = false);
        var (number, link) = await AskAsync();

        await visit.Page.GotoAsync(link);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).TapAsync();
        await visit.SeesTitleAsync("校对学历图像");
        Assert.Equal("due", await StandingAsync(number));
        await visit.Page.GetByLabel("信息有误").TapAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).TapAsync();

        await visit.SeesTitleAsync("提交成功");
        Assert.Equal("disputed", await StandingAsync(number));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task A_student_stops_mails_and_gets_them_again()
    {
        await using var visit = await chromium.VisitAsync(host.Address);
        using var links = new LinkWriter(host.Storage, host.Address);

        await visit.Page.GotoAsync(await links.OptOutAsync(PipelineHost.Cohort, host.TakeStudent().Number));
        await visit.KeepAsync("mail");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "停止接收提醒邮件" }).TapAsync();
        await visit.SeesAsync("已停止接收", "[role=status]");
        await visit.KeepAsync("mail-stopped");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "重新接收提醒邮件" }).TapAsync();

        await visit.SeesAsync("会收到", "[role=status]");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task A_broken_link_is_answered_kindly_in_both_languages()
    {
        await using var visit = await chromium.VisitAsync(host.Address);
        var (_, link) = await AskAsync();

        var answer = await visit.Page.GotoAsync(link[..^1]);

        Assert.Equal(404, answer!.Status);
        await visit.SeesTitleAsync("链接无效");
        Assert.Equal("This link is not valid", await visit.Page.Locator("[lang=en] h2").TextContentAsync());
        await visit.KeepAsync("broken");
    }

    // A student of their own, whose proofing is due.
    private async Task<(string Number, string Link)> AskAsync()
    {
        var number = host.TakeStudent().Number;
        using var admin = Admin();
        var path = new Uri($"api/cohorts/{PipelineHost.Cohort}/students/{number}/proofing", UriKind.Relative);
        (await admin.PostAsJsonAsync(path, new { @event = "proofingFellDue", by = "王老师" }, Token)).EnsureSuccessStatusCode();
        using var links = new LinkWriter(host.Storage, host.Address);
        return (number, await links.ProofingAsync(PipelineHost.Cohort, number));
    }

    private async Task SetContactsAsync()
    {
        using var admin = Admin();
        var settings = new
        {
            name = "2027届",
            collectionOpensOn = "2020-01-01",
            collectionClosesOn = "2099-12-31",
            units = new[] { new { name = "示例图像采集单位", contact = "陈老师", phone = "010-12345678", mail = "unit@photo.example" } },
        };
        (await admin.PutAsJsonAsync(new Uri($"api/cohorts/{PipelineHost.Cohort}", UriKind.Relative), settings, Token)).EnsureSuccessStatusCode();
    }

    private async Task<string?> StandingAsync(string number)
    {
        using var admin = Admin();
        var student = await admin.GetFromJsonAsync<System.Text.Json.JsonElement>(
            new Uri($"api/cohorts/{PipelineHost.Cohort}/students/{number}", UriKind.Relative), Token);
        return student.GetProperty("proofing").GetString();
    }

    private HttpClient Admin() => new()
    {
        BaseAddress = host.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", PipelineHost.AdminKey) },
    };
}
