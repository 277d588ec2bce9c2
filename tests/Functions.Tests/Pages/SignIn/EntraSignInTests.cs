using System.Net;
using System.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests.Pages.SignIn;

public sealed class EntraSignInTests(EmulatorFixture emulator)
{
    private const string Somebody = "33333333-3333-3333-3333-333333333333";
    private static readonly string[] Administrator = ["PhotoFunctions.Administrator"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begins_a_session_of_the_administrator_and_goes_on_by_a_page()
    {
        await using var tenant = await FakeTenant.StartAsync(Token);
        tenant.Claims = new() { ["oid"] = Somebody, ["name"] = "王主任", ["roles"] = Administrator };
        using var parent = Parent();
        using var app = With(parent, tenant);
        using var browser = new Browser(app);
        using var offer = await browser.GetAsync("/api/sign-in?back=/api/desk/E1/TP1");
        Assert.Contains("/api/sign-in/entra/start?back=%2Fapi%2Fdesk%2FE1%2FTP1", await TextAsync(offer), StringComparison.Ordinal);

        using var leave = await browser.GetAsync("/api/sign-in/entra/start?back=%2Fapi%2Fdesk%2FE1%2FTP1");
        using var answer = await browser.GetAsync(tenant.SignIn(leave.Headers.Location!));

        Assert.Equal(HttpStatusCode.Found, leave.StatusCode);
        Assert.Equal(
            "https://photos.college.example/api/sign-in/entra", HttpUtility.ParseQueryString(leave.Headers.Location!.Query)["redirect_uri"]);
        Assert.All(Browser.SetCookies(leave), cookie =>
        {
            Assert.StartsWith("photofunctions-", cookie, StringComparison.Ordinal);
            Assert.EndsWith("; path=/; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("0; url=/api/desk/E1/TP1", Assert.Single(answer.Headers.GetValues("Refresh")));
        var page = await TextAsync(answer);
        Assert.Contains("href=\"/api/desk/E1/TP1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("code=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Cookies.Keys, name => name.StartsWith("photofunctions-entra", StringComparison.Ordinal));
        var session = await browser.SessionAsync();
        Assert.Equal(
            ("administrator", "王主任"), (session.GetProperty("role").GetString(), session.GetProperty("holder").GetString()));
        using var audit = await browser.GetAsync("/api/audit?credential=entra:" + Somebody);
        Assert.Contains("signedIn", await audit.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begins_none_without_the_role()
    {
        await using var tenant = await FakeTenant.StartAsync(Token);
        tenant.Claims = new() { ["oid"] = "8", ["roles"] = new[] { "Reader" } };
        using var parent = Parent();
        using var app = With(parent, tenant);
        using var browser = new Browser(app);

        using var leave = await browser.GetAsync("/api/sign-in/entra/start");
        using var answer = await browser.GetAsync(tenant.SignIn(leave.Headers.Location!));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<code>role-not-allowed</code>", await TextAsync(answer), StringComparison.Ordinal);
        Assert.False(browser.HasSession);
    }

    [Fact]
    public async Task Begins_none_when_the_token_or_the_way_is_another()
    {
        await using var tenant = await FakeTenant.StartAsync(Token);
        using var parent = Parent();
        using var app = With(parent, tenant);
        foreach (var (name, value) in new (string, object)[]
        {
            ("nonce", "another"), ("aud", "another"), ("iss", "https://elsewhere.example"), ("exp", 1_000_000),
        })
        {
            tenant.Claims = new() { ["oid"] = "9", ["roles"] = Administrator, [name] = value };
            using var browser = new Browser(app);
            using var leave = await browser.GetAsync("/api/sign-in/entra/start");
            await IsTurnedBackAsync(browser, tenant.SignIn(leave.Headers.Location!));
        }

        // Somebody else's way, the same way twice, no way at all, and a change of mind.
        tenant.Claims = new() { ["oid"] = "9", ["roles"] = Administrator };
        using var one = new Browser(app);
        using var other = new Browser(app);
        using var left = await one.GetAsync("/api/sign-in/entra/start");
        var back = tenant.SignIn(left.Headers.Location!);
        await IsTurnedBackAsync(other, back);
        using var arrived = await one.GetAsync(back);
        Assert.True(one.HasSession);
        await IsTurnedBackAsync(other, "/api/sign-in/entra");
        await IsTurnedBackAsync(other, "/api/sign-in/entra?code=x&state=y");
        using var again = await other.GetAsync("/api/sign-in/entra/start");
        var state = HttpUtility.ParseQueryString(again.Headers.Location!.Query)["state"]!;
        await IsTurnedBackAsync(other, $"/api/sign-in/entra?error=access_denied&state={Uri.EscapeDataString(state)}");
    }

    [Fact]
    public async Task Takes_no_answer_in_a_form()
    {
        await using var tenant = await FakeTenant.StartAsync(Token);
        tenant.Claims = new() { ["oid"] = Somebody, ["roles"] = Administrator };
        using var parent = Parent();
        using var app = With(parent, tenant);
        using var browser = new Browser(app);
        using var leave = await browser.GetAsync("/api/sign-in/entra/start");
        var answer = HttpUtility.ParseQueryString(tenant.SignIn(leave.Headers.Location!).Split('?')[1]);

        using var posted = await browser.PostAsync("/api/sign-in/entra", ("code", answer["code"]!), ("state", answer["state"]!));

        Assert.Equal(HttpStatusCode.Unauthorized, posted.StatusCode);
        Assert.False(browser.HasSession);
    }

    [Fact]
    public async Task Is_not_offered_without_a_secret()
    {
        using var app = new FunctionApp(emulator);
        using var browser = new Browser(app);

        using var page = await browser.GetAsync("/api/sign-in");
        using var leave = await browser.GetAsync("/api/sign-in/entra/start");

        Assert.DoesNotContain("entra", await TextAsync(page), StringComparison.Ordinal);
        Assert.Null(leave.Headers.Location);
    }

    [Fact]
    public async Task Names_an_expired_secret_in_the_log()
    {
        await using var tenant = await FakeTenant.StartAsync(Token);
        tenant.Refusal = "AADSTS7000222: The provided client secret keys for app 'wang@college.example' are expired.";
        using var parent = Parent();
        using var app = With(parent, tenant);
        using var browser = new Browser(app);

        using var leave = await browser.GetAsync("/api/sign-in/entra/start");
        using var answer = await browser.GetAsync(tenant.SignIn(leave.Headers.Location!));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(parent.LogLines, line => line.Contains("(AADSTS7000222): EntraClientSecret has expired", StringComparison.Ordinal));
    }

    private static async Task IsTurnedBackAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("学校账号登录没有完成", await TextAsync(answer), StringComparison.Ordinal);
        Assert.False(browser.HasSession);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    // The app as it is, but that the tenant is on this machine.
    private static WebApplicationFactory<AppSettings> With(FunctionApp app, FakeTenant tenant) => app.WithWebHostBuilder(
        builder => builder.ConfigureTestServices(services => services.Configure<OpenIdConnectOptions>("Entra", options =>
        {
            options.Authority = tenant.Address.AbsoluteUri;
            options.RequireHttpsMetadata = false;
            options.BackchannelHttpHandler = new SocketsHttpHandler { UseProxy = false };
        })));

    private FunctionApp Parent() => new(emulator)
    {
        Settings =
        {
            ["EntraTenantId"] = "11111111-1111-1111-1111-111111111111",
            ["EntraAudience"] = FakeTenant.ClientId,
            ["EntraClientSecret"] = FakeTenant.Secret,
            ["PublicAddress"] = "https://photos.college.example",
        },
    };
}
