using System.Net;

namespace PhotoFunctions.Functions.Tests.Pages.SignIn;

public sealed class SignInPageTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_a_form_that_nobody_keeps_or_frames()
    {
        using var app = new FunctionApp(emulator);
        using var browser = new Browser(app);

        using var answer = await browser.GetAsync("/api/sign-in?back=/api/desk");
        var page = await TextAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("name=\"back\" value=\"/api/desk\"", page, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", page, StringComparison.Ordinal);
        Assert.Contains("访问密钥", page, StringComparison.Ordinal);
        Assert.DoesNotContain("用学校账号登录", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", page, StringComparison.Ordinal);
        using var english = await browser.GetAsync("/api/sign-in?language=en");
        Assert.Contains("Access key", await TextAsync(english), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_key_and_never_shows_it()
    {
        using var app = new FunctionApp(emulator);
        using var browser = new Browser(app);

        using var answer = await browser.SignInAsync("<b>wrong</b>", "/api/desk");
        var page = await TextAsync(answer);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("访问密钥不正确", page, StringComparison.Ordinal);
        Assert.Contains("<code>access-denied</code>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"/api/desk\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stands_in_the_place_of_a_page_and_leads_back_to_it()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("SI1", ("S1", "张三", TestIds.First, "TP1"));
        using var browser = new Browser(app);

        using var refused = await browser.GetAsync("/api/desk/SI1/TP1");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("name=\"back\" value=\"/api/desk/SI1/TP1\"", await TextAsync(refused), StringComparison.Ordinal);
        using var signedIn = await browser.SignInAsync(await app.IssueKeyAsync("TP1"), "/api/desk/SI1/TP1");

        Assert.Equal((HttpStatusCode.SeeOther, "/api/desk/SI1/TP1"), (signedIn.StatusCode, signedIn.Headers.Location?.ToString()));
        using var shown = await browser.GetAsync("/api/desk/SI1/TP1");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        using var again = await browser.GetAsync("/api/sign-in?back=/api/desk/SI1/TP1");
        Assert.Equal((HttpStatusCode.SeeOther, "/api/desk/SI1/TP1"), (again.StatusCode, again.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Leads_back_to_a_filter_with_signs_that_addresses_escape()
    {
        const string Page = "/api/dashboard/SI3/students?className=24%E7%BA%A7%281%29%E7%8F%AD%21&sort=studentNumber";
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("SI3");
        using var browser = new Browser(app);

        using var refused = await browser.GetAsync("/api/dashboard/SI3/students?className=24级(1)班!&sort=studentNumber");
        var back = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(await TextAsync(refused), "name=\"back\" value=\"([^\"]*)\"").Groups[1].Value);
        using var signedIn = await browser.SignInAsync(FunctionApp.AdminKey, back);

        Assert.Equal((Page, Page), (back, signedIn.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Says_that_nothing_was_sent_when_the_session_ended_before()
    {
        using var app = new FunctionApp(emulator);
        using var browser = new Browser(app);

        using var answer = await browser.PostAsync("/api/desk/SI1/TP1/review/approve");
        using var signedOut = await browser.PostAsync("/api/sign-out");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var text = await TextAsync(answer);
        Assert.Contains("然后回到本页刷新", text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"accessKey\"", text, StringComparison.Ordinal);
        Assert.Contains("name=\"accessKey\"", await TextAsync(signedOut), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/api/dashboard")]
    [InlineData("/api/%2f%2fevil.example")]
    public async Task Leads_to_no_other_site(string back)
    {
        using var app = new FunctionApp(emulator);
        using var browser = new Browser(app);

        using var shown = await browser.GetAsync($"/api/sign-in?back={Uri.EscapeDataString(back)}");
        using var signedIn = await browser.SignInAsync(FunctionApp.AdminKey, back);

        Assert.Contains("name=\"back\" value=\"/api/dashboard\"", await TextAsync(shown), StringComparison.Ordinal);
        Assert.Equal("/api/dashboard", signedIn.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Lets_nobody_try_for_ever_and_strangers_use_up_no_holders_share()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("TRYING");
        using var browser = new Browser(app);
        var (key, formToken) = (await app.IssueKeyAsync("TP1"), await browser.FormTokenAsync());
        for (var attempt = 1; attempt <= 11; attempt++)
        {
            using var wrong = await TryAsync($"{key[..^4]}{attempt:0000}");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        for (var attempt = 1; attempt <= 11; attempt++)
        {
            using var holders = new Browser(app);
            using var answer = await holders.SignInAsync(key);
            Assert.Equal(attempt <= 10 ? HttpStatusCode.SeeOther : HttpStatusCode.TooManyRequests, answer.StatusCode);
            if (attempt > 10)
            {
                Assert.Equal("60", answer.Headers.RetryAfter?.ToString());
                Assert.Contains("尝试次数过多", await TextAsync(answer), StringComparison.Ordinal);
            }
        }

        var last = HttpStatusCode.Unauthorized;
        for (var attempt = 0; attempt < 120 && last == HttpStatusCode.Unauthorized; attempt++)
        {
            using var answer = await TryAsync($"somebody {attempt}");
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        using var holder = await browser.SignInAsync(FunctionApp.AdminKey);
        Assert.Equal(HttpStatusCode.SeeOther, holder.StatusCode);

        Task<HttpResponseMessage> TryAsync(string text) =>
            browser.PostAsync("/api/sign-in", ("accessKey", text), (Browser.TokenField, formToken));
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Token);
    }
}
