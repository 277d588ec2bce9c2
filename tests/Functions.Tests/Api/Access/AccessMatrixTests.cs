using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Tests.Api.Access;

/// <summary>Every endpoint against every kind of caller. New endpoints are in here by themselves.</summary>
public sealed partial class AccessMatrixTests(EmulatorFixture emulator)
{
    private static readonly string[] Open =
    [
        "/api/session", "/api/sign-in", "/api/assets/{version}/{name}",
        "/api/health", "/api/openapi.json", "/PhotoUploaded", "/PhotoUploadPoisoned", "/UploadReconciliationDue",
        "/NightlyReconciliationDue", "/RetentionDue", "/AuditRootDue", "/BackupDue",
        "/DeadlineReminderDue", "/ProofingReminderDue", "/VerificationReminderDue",
        "/api/student/proofing/{token}", "/api/student/mail/{token}",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Gives_every_endpoint_exactly_one_policy()
    {
        using var app = new FunctionApp(emulator);
        foreach (var door in Endpoints.Of(app))
        {
            if (door.IsOpen)
            {
                Assert.Contains(door.Pattern, Open);
                Assert.Empty(door.Policies);
            }
            else
            {
                Assert.Contains(Assert.Single(door.Policies), new[] { Policies.Administrators, Policies.College });
            }
        }
    }

    [Fact]
    public async Task Closes_an_endpoint_that_forgets_its_policy_to_everybody()
    {
        using var app = new FunctionApp(emulator);
        var policies = app.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var fallback = await policies.GetFallbackPolicyAsync();
        var authorization = app.Services.GetRequiredService<IAuthorizationService>();
        var administrator = Caller.Principal("test", "settings", AccessRole.Administrator);
        var endpoint = new Microsoft.AspNetCore.Routing.RouteEndpointBuilder(
            _ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/forgotten"), 0).Build();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        Microsoft.AspNetCore.Http.EndpointHttpContextExtensions.SetEndpoint(context, endpoint);

        Assert.False((await authorization.AuthorizeAsync(administrator, context, fallback!)).Succeeded);
    }

    [Fact]
    public void Tells_the_audit_trail_of_every_change_and_of_every_look_at_a_student()
    {
        using var app = new FunctionApp(emulator);
        var silent = Endpoints.Of(app).Where(door => !door.IsOpen && !door.Metadata.OfType<Audited>().Any()).ToList();

        Assert.All(silent, door => Assert.Equal("GET", door.Method));
        Assert.DoesNotContain(silent, door => door.Pattern is
            "/api/cohorts/{cohort}/students/{studentNumber}" or "/api/cohorts/{cohort}/students/{studentNumber}/photo/{picture}");
    }

    [Fact]
    public async Task Lets_nobody_in_without_a_key_that_is_valid_now()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AM1", ("S1", "张三", TestIds.First, "TP1"));
        var (expired, revoked, good) = (AccessKeyToken.Generate(), AccessKeyToken.Generate(), AccessKeyToken.Generate());
        var store = app.Services.GetRequiredService<IAccessKeyStore>();
        var now = TimeProvider.System.GetUtcNow();
        await store.AddAsync(Key(expired) with { ExpiresAt = now.AddSeconds(-1) }, Token);
        await store.AddAsync(Key(revoked) with { RevokedAt = now }, Token);
        await store.AddAsync(Key(good), Token);
        var callers = new (string? Bearer, string Code)[]
        {
            (null, "access-denied"),
            (expired.Text, "access-key-expired"),
            (revoked.Text, "access-key-revoked"),
            (AccessKeyToken.Generate().Text, "access-denied"),
            ($"{good.Text[..^3]}abc", "access-denied"),
            ("eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJQaG90b0Z1bmN0aW9ucy5BZG1pbmlzdHJhdG9yIl19.", "access-denied"),
        };
        var doors = Endpoints.Of(app).Where(door => !door.IsOpen).ToList();
        Assert.True(doors.Count >= 35, $"Expected all endpoints but found {doors.Count}.");
        foreach (var (bearer, code) in callers)
        {
            using var client = bearer is null ? app.CreateClient() : app.CreateBearer(bearer);
            foreach (var door in doors)
            {
                using var request = door.Request(Parts("AM1", "TP1", "S1"));
                using var response = await client.SendAsync(request, Token);
                Assert.Equal((HttpStatusCode.Unauthorized, code), (response.StatusCode, await CodeAsync(response)));
                Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
            }
        }
    }

    [Fact]
    public async Task Keeps_teaching_points_out_of_what_is_an_administrators()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AM2", ("S1", "张三", TestIds.First, "TP1"));
        using var teacher = app.CreateBearer(await app.IssueKeyAsync("TP1"));
        foreach (var door in Endpoints.Of(app).Where(door => door.Policies.Contains(Policies.Administrators)))
        {
            using var response = await teacher.SendAsync(door.Request(Parts("AM2", "TP1", "S1")), Token);
            Assert.Equal((HttpStatusCode.Forbidden, "role-not-allowed"), (response.StatusCode, await CodeAsync(response)));
        }
    }

    [Fact]
    public async Task Answers_a_session_as_it_answers_its_key()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AM7", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP2"));
        var key = await app.IssueKeyAsync("TP1");
        using var teacher = app.CreateBearer(key);
        using var browser = await Browser.SignedInAsync(app, key);
        var formToken = await browser.FormTokenAsync();
        foreach (var door in Endpoints.Of(app).Where(door => !door.IsOpen && door.Pattern != "/api/sign-out"))
        {
            foreach (var number in new[] { "S1", "S2" })
            {
                using var asked = await teacher.SendAsync(door.Request(Parts("AM7", "TP1", number)), Token);
                using var request = door.Request(Parts("AM7", "TP1", number));
                request.Headers.Add(Browser.TokenHeader, formToken);
                using var answered = await browser.SendAsync(request);
                Assert.Equal((door.ToString(), asked.StatusCode), (door.ToString(), answered.StatusCode));
                Assert.Equal(asked.Content.Headers.ContentType?.MediaType, answered.Content.Headers.ContentType?.MediaType);
            }
        }
    }

    [Fact]
    public async Task Answers_for_another_teaching_points_students_as_for_nobodys()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AM3", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP2"));
        await app.UploadAsync($"AM3/TP2/{TestIds.Second}.jpg", TestKit.SampleFiles.Portrait());
        using var teacher = app.CreateBearer(await app.IssueKeyAsync("TP1"));
        var before = await RowAsync("AM3~TP2", "s~S2");
        var tried = 0;
        foreach (var door in Endpoints.Of(app).Where(door => door.Policies.Contains(Policies.College) && door.Pattern.Contains("{cohort}", StringComparison.Ordinal)))
        {
            // What is another's, then what does not exist, in the same words; the teaching point and the student by themselves.
            if (door.Pattern.Contains("{teachingPoint}", StringComparison.Ordinal))
            {
                await SameAsync(app, teacher, door, Parts("AM3", "TP2", "S2"), Parts("AM3", "TP99", "S2"));
                tried++;
            }

            if (door.Pattern.Contains("{studentNumber}", StringComparison.Ordinal))
            {
                await SameAsync(app, teacher, door, Parts("AM3", "TP1", "S2"), Parts("AM3", "TP1", "S99"));
                tried++;
            }
        }

        Assert.True(tried >= 17, $"Expected to try all endpoints of the college but tried {tried}.");
        Assert.Equal(before, await RowAsync("AM3~TP2", "s~S2"));
    }

    [Fact]
    public async Task Answers_for_a_cohort_without_the_teaching_point_as_for_none()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AM4", ("S1", "张三", TestIds.First, "TP1"));
        using var other = app.CreateAdmin();
        (await other.PutAsync("/api/cohorts/AM5", Json(new { name = "测试届", collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31" }), Token))
            .EnsureSuccessStatusCode();
        (await other.PutAsync("/api/cohorts/AM5/teaching-points/TPA", Json(new { name = "别处" }), Token)).EnsureSuccessStatusCode();
        using var teacher = app.CreateBearer(await app.IssueKeyAsync("TP1"));
        foreach (var door in Endpoints.Of(app).Where(door => door.Policies.Contains(Policies.College) && door.Pattern.Contains("{cohort}", StringComparison.Ordinal)))
        {
            await SameAsync(app, teacher, door, Parts("AM5", "TPA", "S1"), Parts("AM99", "TPA", "S1"));
        }

        var listed = await FunctionApp.ReadAsync(await teacher.GetAsync(new Uri("/api/cohorts", UriKind.Relative), Token));
        var cohorts = listed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("cohort").GetString()).ToList();
        Assert.Contains("AM4", cohorts);
        Assert.DoesNotContain("AM5", cohorts);
    }

    [Fact]
    public async Task Shows_a_teaching_point_only_its_own_of_what_belongs_to_the_cohort()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AM6", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP2"));
        using var teacher = app.CreateBearer(await app.IssueKeyAsync("TP1"));

        foreach (var address in new[] { "AM6/teaching-points", "AM6/reviews", "AM6/students", "AM6/teaching-points/TP1/students" })
        {
            using var response = await teacher.GetAsync(new Uri($"/api/cohorts/{address}", UriKind.Relative), Token);
            var text = await response.Content.ReadAsStringAsync(Token);
            Assert.Equal((address, HttpStatusCode.OK), (address, response.StatusCode));
            Assert.DoesNotContain("TP2", text, StringComparison.Ordinal);
            Assert.DoesNotContain("S2", text, StringComparison.Ordinal);
        }
    }

    // The same status, the same body, and as many calls to the storage, so that a clock tells nothing either.
    private static async Task SameAsync(
        FunctionApp app,
        HttpClient teacher,
        Endpoints.Door door,
        IReadOnlyDictionary<string, string> foreign,
        IReadOnlyDictionary<string, string> unknown)
    {
        // Once before, so that what is remembered for a while is remembered for both.
        await AskAsync(app, teacher, door, foreign);
        await AskAsync(app, teacher, door, unknown);
        var (one, oneCalls) = await AskAsync(app, teacher, door, foreign);
        var (other, otherCalls) = await AskAsync(app, teacher, door, unknown);

        Assert.Equal((door.ToString(), other, otherCalls), (door.ToString(), one, oneCalls));
        Assert.StartsWith("404", one, StringComparison.Ordinal);
    }

    private static async Task<(string Answer, int Calls)> AskAsync(
        FunctionApp app, HttpClient teacher, Endpoints.Door door, IReadOnlyDictionary<string, string> parts)
    {
        app.Calls.Reset();
        using var response = await teacher.SendAsync(door.Request(parts), Token);
        var body = Changing().Replace(await response.Content.ReadAsStringAsync(Token), "");
        return ($"{(int)response.StatusCode} {body}", app.Calls.Count);
    }

    // Another one in every answer; and the address that was asked for, in the switch of a page's language.
    [GeneratedRegex("\"traceId\":\"[^\"]*\"|(content|value)=\"CfDJ8[^\"]*\"|href=\"[^\"]*[?&;]language=[^\"]*\"")]
    private static partial Regex Changing();

    // A page says its code to people.
    [GeneratedRegex("<code>(.*?)</code>")]
    private static partial Regex CodeOfPage();

    private static Dictionary<string, string> Parts(string cohort, string point, string number) => new()
    {
        ["cohort"] = cohort,
        ["teachingPoint"] = point,
        ["studentNumber"] = number,
        ["picture"] = "original",
        ["id"] = "0000000000000000001",
        ["year"] = "2026",
    };

    private static AccessKey Key(AccessKeyToken token) => new()
    {
        Id = token.Id,
        Holder = "王老师",
        Role = AccessRole.Administrator,
        SecretHash = token.SecretHash,
        CreatedAt = TimeProvider.System.GetUtcNow().AddDays(-2),
        ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(2),
    };

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");

    private static async Task<string> CodeAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        return response.Content.Headers.ContentType?.MediaType == "text/html"
            ? CodeOfPage().Match(text).Groups[1].Value
            : JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString()!;
    }

    private async Task<string> RowAsync(string partition, string row)
    {
        var table = new TableClient(emulator.ConnectionString, "Students");
        return (await table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: Token)).Value.ETag.ToString();
    }
}
