using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Playwright;
using PhotoFunctions.EndToEnd.Tests.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>Imports in a real browser: what a file would do is seen before anything is written.</summary>
public sealed class ImportTests(PipelineHost host, Chromium chromium) : IClassFixture<PipelineHost>, IClassFixture<Chromium>
{
    private const string Cohort = "E2E-IMPORT";
    private const string GoodId = "11010519491231002X";
    private const string OtherId = "440524188001010014";
    private const string Attack = "<img src=x onerror=alert(1)>";
    private const string Headings = "学号,姓名,身份证号,教学点\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private CollegeTour Tour => field ??= new CollegeTour(chromium, host.Address);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_looks_ahead_and_writes_with_the_keyboard_alone(bool isPhone)
    {
        var (number, address) = await PrepareAsync(isPhone ? "A1" : "A2");
        await using var visit = await Tour.VisitAsync(PipelineHost.AdminKey, isPhone);
        var sent = new List<string>();
        visit.Page.Request += (_, request) => sent.Add(request.Method);
        await visit.Page.GotoAsync(address);
        await ChooseAsync(visit, $"{Headings}{number},{Attack},{GoodId},TP1\n{Attack},李四,1,TP1\n");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "预览（不写入）" }).PressAsync("Enter");

        await visit.SeesAsync("还没有写入任何内容", "#import-outcome");
        await visit.SeesAsync("有误的行", "#import-outcome");
        Assert.Equal("预览", await visit.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(number));
        await LayoutShift.AssertNoneAsync(visit.Page);
        await Axe.AssertAccessibleAsync(visit.Page);
        await visit.KeepAsync($"import-preview-{(isPhone ? "phone" : "desk")}");
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("导入其余1行（跳过1行）", (await visit.Page.EvaluateAsync<string>("document.activeElement.textContent")).Trim());
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.SeesAsync("已写入1行", "#import-outcome");
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(number));
        Assert.Equal(2, sent.Count(method => method == "POST"));
        await visit.KeepAsync($"import-written-{(isPhone ? "phone" : "desk")}");
        await LayoutShift.AssertNoneAsync(visit.Page);
        await Axe.AssertAccessibleAsync(visit.Page);
        visit.AssertQuiet(new Uri(host.Address, "api/"));
    }

    [Fact]
    public async Task A_file_that_changed_since_its_preview_is_not_written()
    {
        var (number, address) = await PrepareAsync("B1");
        await using var visit = await Tour.VisitAsync(PipelineHost.AdminKey, isPhone: false);
        var file = Path.Combine(Path.GetTempPath(), Path.ChangeExtension(Path.GetRandomFileName(), ".csv"));
        await File.WriteAllTextAsync(file, $"{Headings}{number},张三,{GoodId},TP1\n", Token);
        try
        {
            await visit.Page.GotoAsync(address);
            await visit.Page.GetByLabel("文件", new() { Exact = true }).SetInputFilesAsync(file);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "预览（不写入）" }).ClickAsync();
            await visit.SeesAsync("还没有写入任何内容", "#import-outcome");

            await File.AppendAllTextAsync(file, $"X{number},李四,{OtherId},TP1\n", Token);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "写入1行" }).ClickAsync();
            await visit.SeesAsync("文件已被改动或移走", "#import-state");
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(number));
        await ChooseAsync(visit, $"{Headings}{number},王五,{GoodId},TP1\n");
        await Assertions.Expect(visit.Page.Locator("#import-outcome")).ToBeEmptyAsync();
        visit.AssertQuiet(new Uri(host.Address, "api/"));
    }

    [Fact]
    public async Task A_session_that_ends_meanwhile_loses_nothing()
    {
        var (number, address) = await PrepareAsync("C1");
        await using var visit = await Tour.VisitAsync(PipelineHost.AdminKey, isPhone: true);
        await visit.Page.GotoAsync(address);
        await ChooseAsync(visit, $"{Headings}{number},张三,{GoodId},TP1\n");
        var cookies = await visit.Page.Context.CookiesAsync();
        await visit.Page.Context.ClearCookiesAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "预览（不写入）" }).ClickAsync();
        await visit.SeesAsync("登录已过期", "#import-state");
        await visit.Page.Context.AddCookiesAsync(cookies.Select(cookie => new Microsoft.Playwright.Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            HttpOnly = cookie.HttpOnly,
        }));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "预览（不写入）" }).ClickAsync();

        await visit.SeesAsync("还没有写入任何内容", "#import-outcome");
    }

    [Fact]
    public async Task Nothing_needs_a_script()
    {
        var (number, address) = await PrepareAsync("D1");
        await using var signedIn = await Tour.VisitAsync(PipelineHost.AdminKey, isPhone: true);
        var session = await signedIn.Page.Context.StorageStateAsync();
        await using var visit = await chromium.VisitAsync(
            host.Address, options => (options.StorageState, options.JavaScriptEnabled) = (session, false));
        var roster = $"{Headings}{number},张三,{GoodId},TP1\n";
        await visit.Page.GotoAsync(address);

        await PreviewAsync();
        await WriteAsync($"{roster}X{number},李四,{OtherId},TP1\n");
        await visit.SeesAsync("此文件与预览的文件不同", "[role=alert]");
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(number));
        await PreviewAsync();
        await WriteAsync(roster);

        await visit.SeesAsync("已写入1行", "#import-outcome");
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(number));

        async Task PreviewAsync()
        {
            await ChooseAsync(visit, roster);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "预览（不写入）" }).ClickAsync();
            await visit.SeesAsync("还没有写入任何内容", "#import-outcome");
        }

        async Task WriteAsync(string text)
        {
            await visit.Page.GetByLabel("请再次选择同一文件").SetInputFilesAsync(FileOf(text));
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "写入1行" }).ClickAsync();
        }
    }

    // Cohorts of their own: the two ID numbers are free in each.
    private async Task<(string Number, string Address)> PrepareAsync(string name)
    {
        using var admin = Admin();
        var cohort = $"{Cohort}-{name}";
        var settings = new { name = "导入届", collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31" };
        (await admin.PutAsJsonAsync(new Uri($"api/cohorts/{cohort}", UriKind.Relative), settings, Token)).EnsureSuccessStatusCode();
        (await admin.PutAsJsonAsync(new Uri($"api/cohorts/{cohort}/teaching-points/TP1", UriKind.Relative), new { name = "一点" }, Token))
            .EnsureSuccessStatusCode();
        return (name, new Uri(host.Address, $"api/dashboard/{cohort}/imports/roster").AbsoluteUri);
    }

    private static Task ChooseAsync(BrowserVisit visit, string text) =>
        visit.Page.GetByLabel("文件", new() { Exact = true }).SetInputFilesAsync(FileOf(text));

    private static FilePayload FileOf(string text) =>
        new() { Name = $"{Attack}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    private async Task<HttpStatusCode> StatusOfAsync(string number)
    {
        using var admin = Admin();
        using var answer = await admin.GetAsync(new Uri($"api/cohorts/{Cohort}-{number}/students/{number}", UriKind.Relative), Token);
        return answer.StatusCode;
    }

    private HttpClient Admin() => new()
    {
        BaseAddress = host.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", PipelineHost.AdminKey) },
    };
}
