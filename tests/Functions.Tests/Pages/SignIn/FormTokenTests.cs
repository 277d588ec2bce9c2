using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PhotoFunctions.Functions.Tests.Api.Visits;

namespace PhotoFunctions.Functions.Tests.Pages.SignIn;

public sealed class FormTokenTests(EmulatorFixture emulator)
{
    private const string Keys = "/api/access-keys";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_a_session_change_something_with_the_token_in_the_header()
    {
        using var app = new FunctionApp(emulator);
        using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);

        Assert.Equal((HttpStatusCode.OK, null), await ChangeAsync(browser, await browser.FormTokenAsync()));
    }

    [Fact]
    public async Task Refuses_a_change_that_another_site_made_the_browser_send()
    {
        using var app = new FunctionApp(emulator);
        using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);
        using var other = await Browser.SignedInAsync(app, FunctionApp.AdminKey);
        using var stranger = new Browser(app);
        var own = await browser.FormTokenAsync();
        var form = browser.Cookies[Browser.FormCookie];

        foreach (var strange in new[] { null, "", "x", own[..^2], await other.FormTokenAsync(), await stranger.FormTokenAsync() })
        {
            Assert.Equal((HttpStatusCode.BadRequest, "form-expired"), await ChangeAsync(browser, strange));
        }

        browser.Cookies.Remove(Browser.FormCookie);
        Assert.Equal((HttpStatusCode.BadRequest, "form-expired"), await ChangeAsync(browser, own));
        browser.Cookies[Browser.FormCookie] = other.Cookies[Browser.FormCookie];
        Assert.Equal((HttpStatusCode.BadRequest, "form-expired"), await ChangeAsync(browser, own));
        browser.Cookies[Browser.FormCookie] = form;
        Assert.Equal((HttpStatusCode.OK, null), await ChangeAsync(browser, own));
    }

    [Fact]
    public async Task Refuses_the_token_of_the_page_that_somebody_else_had_before()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("FT1", ("S1", "张三", TestIds.First, "TP1"));
        using var browser = await Browser.SignedInAsync(app, await app.IssueKeyAsync("TP1"));
        var before = await browser.FormTokenAsync();
        (await browser.SignInAsync(FunctionApp.AdminKey)).Dispose();

        Assert.Equal((HttpStatusCode.BadRequest, "form-expired"), await ChangeAsync(browser, before));
        Assert.Equal((HttpStatusCode.OK, null), await ChangeAsync(browser, await browser.FormTokenAsync()));
    }

    [Fact]
    public async Task Refuses_to_sign_somebody_in_from_another_site()
    {
        using var app = new FunctionApp(emulator);
        using var browser = new Browser(app);

        using var answer = await browser.PostAsync("/api/sign-in", ("accessKey", FunctionApp.AdminKey));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("form-expired", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.False(browser.HasSession);
    }

    [Fact]
    public async Task Asks_no_token_of_a_key_in_the_header_even_beside_a_cookie()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("FT2", ("S1", "张三", TestIds.First, "TP1"));
        using var browser = await Browser.SignedInAsync(app, await app.IssueKeyAsync("TP1"));

        using var request = Change(null);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FunctionApp.AdminKey);
        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Asks_no_token_of_a_student_in_the_same_browser()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "FT3");
        using var browser = await Browser.SignedInAsync(visit.App, FunctionApp.AdminKey);

        using var answer = await browser.PostAsync(await visit.ProofingLinkAsync(), ("answer", "correct"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Reads_no_form_that_is_longer_than_any_form()
    {
        using var app = new FunctionApp(emulator);
        using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);
        var own = (Browser.TokenField, await browser.FormTokenAsync());

        using var many = await browser.PostAsync("/api/sign-out", [.. Enumerable.Range(0, 2000).Select(n => ($"f{n}", "x")), own]);
        using var large = await browser.PostAsync("/api/sign-out", ("f", new string('x', 17 * 1024 * 1024)), own);

        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.True(browser.HasSession);
    }

    private static async Task<(HttpStatusCode Status, string? Code)> ChangeAsync(Browser browser, string? formToken)
    {
        using var request = Change(formToken);
        using var answer = await browser.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (answer.StatusCode, body.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    private static HttpRequestMessage Change(string? formToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Keys)
        {
            Content = JsonContent.Create(new { holder = "王老师", role = "administrator" }),
        };
        if (formToken is not null)
        {
            request.Headers.Add(Browser.TokenHeader, formToken);
        }

        return request;
    }
}
