using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Tests.Settings;

namespace PhotoFunctions.Functions.Tests.Pages.SignIn;

public sealed class SessionTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begins_with_a_right_key_and_opens_what_the_key_opens()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("SN1", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP2"));
        using var browser = new Browser(app);

        using var answer = await browser.SignInAsync(await app.IssueKeyAsync("TP1"));

        Assert.Equal((HttpStatusCode.SeeOther, "/api/dashboard"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var cookie = Assert.Single(Browser.SetCookies(answer), cookie => cookie.StartsWith("photofunctions=", StringComparison.Ordinal));
        Assert.EndsWith("; path=/; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/cohorts/SN1/students/S1"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(browser, "/api/cohorts/SN1/students/S2"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, "/api/access-keys"));
        var session = await browser.SessionAsync();
        Assert.Equal(
            (true, "teachingPoint", "TP1", "王老师"),
            (session.GetProperty("isSignedIn").GetBoolean(), session.GetProperty("role").GetString(),
                session.GetProperty("teachingPoint").GetString(), session.GetProperty("holder").GetString()));
    }

    [Fact]
    public async Task Does_not_begin_with_a_wrong_key()
    {
        using var app = new FunctionApp(emulator);
        var (good, expired, revoked) = (AccessKeyToken.Generate(), AccessKeyToken.Generate(), AccessKeyToken.Generate());
        await AddAsync(app, good);
        await AddAsync(app, expired, key => key with { ExpiresAt = TimeProvider.System.GetUtcNow().AddSeconds(-1) });
        await AddAsync(app, revoked, key => key with { RevokedAt = TimeProvider.System.GetUtcNow() });
        foreach (var (text, code) in new[]
        {
            ("", "access-denied"),
            ("somebody", "access-denied"),
            (AccessKeyToken.Generate().Text, "access-denied"),
            ($"{good.Text[..^3]}abc", "access-denied"),
            (FunctionApp.AdminKey + "x", "access-denied"),
            (new string('x', 100_000), "request-invalid"),
            (expired.Text, "access-key-expired"),
            (revoked.Text, "access-key-revoked"),
        })
        {
            using var browser = new Browser(app);
            using var answer = await browser.SignInAsync(text);
            var body = await answer.Content.ReadAsStringAsync(Token);
            Assert.Contains(code, body, StringComparison.Ordinal);
            Assert.Equal(code == "request-invalid" ? 400 : 401, (int)answer.StatusCode);
            Assert.False(browser.HasSession);
            Assert.True(text.Length == 0 || !body.Contains(text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Ends_when_its_key_ends_and_leaves_open_addresses_open()
    {
        using var app = new FunctionApp(emulator);
        using var admin = app.CreateAdmin();
        var (revoked, expired) = (AccessKeyToken.Generate(), AccessKeyToken.Generate());
        await AddAsync(app, revoked);
        await AddAsync(app, expired);
        using var one = await Browser.SignedInAsync(app, revoked.Text);
        using var other = await Browser.SignedInAsync(app, expired.Text);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(one, "/api/cohorts"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/api/cohorts"));

        (await admin.PostAsJsonAsync($"/api/access-keys/{revoked.Id}/revoke", new { }, Token)).EnsureSuccessStatusCode();
        await app.Services.GetRequiredService<IAccessKeyStore>().UpdateAsync(
            expired.Id, key => key with { ExpiresAt = TimeProvider.System.GetUtcNow().AddSeconds(-1) }, Token);

        Assert.Equal("access-key-revoked", await CodeAsync(one, "/api/cohorts"));
        Assert.Equal("access-key-expired", await CodeAsync(other, "/api/cohorts"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(one, "/api/health"));
        Assert.False((await one.SessionAsync()).GetProperty("isSignedIn").GetBoolean());
    }

    [Fact]
    public async Task Ends_when_the_setting_with_its_key_changes()
    {
        using var app = new FunctionApp(emulator);
        using var changed = new FunctionApp(emulator) { Settings = { ["AdminKey"] = "another-key-of-the-tests" } };
        using var emptied = new FunctionApp(emulator) { Settings = { ["AdminKey"] = "" } };
        using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/access-keys"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Copy(browser, changed), "/api/access-keys"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Copy(browser, emptied), "/api/access-keys"));
    }

    [Fact]
    public async Task Ends_after_twelve_hours_however_much_it_is_used()
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        using var app = new FunctionApp(emulator);
        using var moved = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(
            services => services.AddKeyedSingleton<TimeProvider>(Clocks.Real, clock)));
        using var browser = await Browser.SignedInAsync(moved, FunctionApp.AdminKey);

        clock.Now += TimeSpan.FromHours(11.9);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/access-keys"));
        clock.Now += TimeSpan.FromHours(0.2);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/api/access-keys"));
    }

    [Fact]
    public async Task Is_known_to_every_instance()
    {
        using var one = new FunctionApp(emulator);
        using var other = new FunctionApp(emulator);
        using var browser = await Browser.SignedInAsync(one, FunctionApp.AdminKey);
        using var elsewhere = Copy(browser, other);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(elsewhere, "/api/access-keys"));
        using var change = await elsewhere.PostAsync("/api/sign-out", (Browser.TokenField, await browser.FormTokenAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, change.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_changed_cookie()
    {
        using var app = new FunctionApp(emulator);
        using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);
        var cookie = browser.Cookies[Browser.SessionCookie];
        for (var place = 0; place < cookie.Length; place += 7)
        {
            browser.Cookies[Browser.SessionCookie] = cookie[..place] + (cookie[place] == 'A' ? 'B' : 'A') + cookie[(place + 1)..];
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/api/access-keys"));
        }

        foreach (var strange in new[] { "x", "%00", "chunks-9", new string('A', 5000), cookie[..^1] })
        {
            browser.Cookies[Browser.SessionCookie] = strange;
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/api/access-keys"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/health"));
        }
    }

    [Fact]
    public async Task Is_another_one_after_each_sign_in_and_over_after_the_sign_out()
    {
        using var app = new FunctionApp(emulator);
        using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);
        var first = browser.Cookies[Browser.SessionCookie];
        using var again = await browser.SignInAsync(FunctionApp.AdminKey);
        Assert.NotEqual(first, browser.Cookies[Browser.SessionCookie]);
        using var thief = Copy(browser, app);

        using var left = await browser.PostAsync("/api/sign-out", (Browser.TokenField, await browser.FormTokenAsync()));

        Assert.Equal((HttpStatusCode.SeeOther, "/api/sign-in"), (left.StatusCode, left.Headers.Location?.ToString()));
        Assert.False(browser.HasSession);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief, "/api/access-keys"));
    }

    [Fact]
    public async Task Tells_the_audit_trail_of_its_beginning_and_its_end()
    {
        using var app = new FunctionApp(emulator);
        var key = AccessKeyToken.Generate();
        await AddAsync(app, key);
        using var admin = app.CreateAdmin();
        using var browser = await Browser.SignedInAsync(app, key.Text);
        using var wrong = await browser.SignInAsync($"{key.Text[..^3]}abc");
        using var left = await browser.PostAsync("/api/sign-out", (Browser.TokenField, await browser.FormTokenAsync()));

        var lines = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/audit?credential={key.Id}", UriKind.Relative), Token));

        Assert.Equal(
            ["signedIn", "signedOut"],
            lines.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("action").GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", false, "photofunctions", "photofunctions-form")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=college;AccountKey=eA==", true, "__Host-photofunctions", "__Host-photofunctions-form")]
    public void Has_cookies_that_follow_the_settings_and_not_the_request(string storage, bool isSecure, string session, string form)
    {
        var key = Convert.ToBase64String(new byte[32]);
        var cookies = new SessionCookies(TestSettings.Read(
            ("AzureWebJobsStorage", storage), ("IndexKey", key), ("EncryptionKeys", $"k1:{key}"), ("LinkKeys", $"k1:{key}")).App);

        foreach (var (cookie, name) in new[] { (cookies.Session, session), (cookies.Form, form) })
        {
            var options = cookie.Build(new DefaultHttpContext());
            Assert.Equal(name, cookie.Name);
            Assert.Equal(
                (isSecure, true, SameSiteMode.Strict, "/", null, null, null),
                (options.Secure, options.HttpOnly, options.SameSite, options.Path, options.Domain, options.Expires, options.MaxAge));
        }
    }

    private static Browser Copy(Browser of, FunctionApp app)
    {
        var copy = new Browser(app);
        foreach (var (name, value) in of.Cookies)
        {
            copy.Cookies[name] = value;
        }

        return copy;
    }

    private static async Task AddAsync(FunctionApp app, AccessKeyToken token, Func<AccessKey, AccessKey>? change = null)
    {
        var key = new AccessKey
        {
            Id = token.Id,
            Holder = "王老师",
            Role = AccessRole.Administrator,
            SecretHash = token.SecretHash,
            CreatedAt = TimeProvider.System.GetUtcNow().AddDays(-2),
            ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(2),
        };
        using var client = app.CreateAdmin();
        (await client.GetAsync(new Uri("/api/cohorts", UriKind.Relative), Token)).EnsureSuccessStatusCode();
        await app.Services.GetRequiredService<IAccessKeyStore>().AddAsync(change?.Invoke(key) ?? key, Token);
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task<string?> CodeAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Token)).GetProperty("code").GetString();
    }
}
