using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using PhotoFunctions.Functions.Tests.Api.Access;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

/// <summary>One student's ID number, name, mail and phone go through everything that the API does, and then are looked for where they must not be.</summary>
public sealed partial class CanaryTests(EmulatorFixture emulator)
{
    private const string Name = "金丝雀";
    private const string Mail = "canary.bird@mine.example";
    private const string Phone = "13912345678";
    private static readonly string[] Parameters =
    [
        "top", "continuation", "stage", "collection", "dryRun", "asOf", "day", "credential", "studentNumber", "numberPrefix", "action", "kind",
        "status", "sort", "format", "profile", "teachingPoint",
    ];

    private static readonly string Id = TestIds.Number(901);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_no_person_in_logs_addresses_or_errors()
    {
        using var app = new FunctionApp(emulator) { Settings = { ["AdministratorRequestsPerMinute"] = "1000000" } };
        using var admin = await app.EnrolAsync("CANARY");
        app.Faults.Addresses = new ConcurrentQueue<string>();
        var answers = new List<string>();

        // What is right, and what is wrong in every way in which a person's data could be said back.
        await ImportAsync($"S1,{Name},{Id},TP1,{Mail},{Phone}");
        await ImportAsync($"{Id},{Name},{Name},{Mail},{Id},{Phone}");
        await ImportAsync($"S2,{Name},{Id},TP1,{Mail}{Mail},{Phone}");
        await ImportAsync($"\"{Id},{Name}");
        await app.UploadAsync($"CANARY/TP1/{Id}.jpg", SampleFiles.Portrait());
        await app.UploadAsync($"CANARY/TP1/{Name}/{Id}.png", Encoding.UTF8.GetBytes(Name));
        await app.UploadAsync($"CANARY/{Name}/{Id}.jpg", SampleFiles.Portrait());
        foreach (var kind in new[] { "capture-approvals", "proofing", "verification" })
        {
            await PostAsync($"cohorts/CANARY/results/{kind}", Csv($"学号,身份证号,校对结果,核验结果,审核通过日期\nS1,{Id},{Name},{Id},{Mail}\n{Id},{Name},通过,正确,2026-01-01"));
            await PostAsync($"cohorts/CANARY/results/{kind}?asOf={Id}", Csv(Name));
        }

        var words = new[] { Id, Uri.EscapeDataString(Name), Uri.EscapeDataString(Mail) };
        foreach (var door in Endpoints.Of(app).Where(door => !door.IsOpen))
        {
            foreach (var word in words)
            {
                await SendAsync(door, Parts("CANARY", "TP1", word), "");
                await SendAsync(door, Parts(word, word, word), "");
                foreach (var parameter in Parameters)
                {
                    await SendAsync(door, Parts("CANARY", "TP1", "S1"), $"?{parameter}={word}");
                }

                await SendAsync(door, Parts("CANARY", "TP1", "S1"), "", $"{{\"{Id}\":\"{Name}\"}}");
                await SendAsync(door, Parts("CANARY", "TP1", "S1"), "", $"{{\"by\":\"{Name}\",\"reason\":[\"{Id}\"],\"sha256\":\"{Mail}\"}}");
                await SendAsync(door, Parts("CANARY", "TP1", "S1"), "", $"{{\"by\": {Id}");
            }
        }

        foreach (var form in Forms())
        {
            Assert.DoesNotContain(app.LogLines, line => line.Contains(form, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(answers.Select(answer => Around(answer, form)), around => around.Length > 0);
            Assert.DoesNotContain(
                app.Faults.Addresses, address => !IsInbox(address) && address.Contains(form, StringComparison.OrdinalIgnoreCase));
        }

        Assert.True(answers.Count > 500, $"Expected many refusals but there were {answers.Count}.");
        Assert.Contains(app.Faults.Addresses, address => address.Contains("s~S1", StringComparison.Ordinal));

        async Task ImportAsync(string row) => await PostAsync("cohorts/CANARY/roster", Csv("学号,姓名,身份证号,教学点,邮箱,手机\n" + row));

        async Task PostAsync(string address, HttpContent content) =>
            await KeepAsync(await admin.PostAsync(new Uri($"/api/{address}", UriKind.Relative), content, Token));

        async Task SendAsync(Endpoints.Door door, IReadOnlyDictionary<string, string> parts, string query, string? body = null)
        {
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Fill(parts) + query);
            if (door.Method is not "GET")
            {
                request.Content = new StringContent(body ?? "{}", Encoding.UTF8, "application/json");
            }

            await KeepAsync(await admin.SendAsync(request, Token));
        }

        // Of what succeeds only the headers: a student's page shows the name to whoever may see it.
        async Task KeepAsync(HttpResponseMessage response)
        {
            Assert.True((int)response.StatusCode < 500, $"{response.RequestMessage?.Method} {response.StatusCode}");
            var shows = response.IsSuccessStatusCode || ShowsStudent().IsMatch(response.RequestMessage!.RequestUri!.AbsolutePath);
            answers.Add($"{response.Headers}{response.Content.Headers}{(shows ? "" : Typed().Replace(await response.Content.ReadAsStringAsync(Token), ""))}");
            response.Dispose();
        }
    }

    // Where it was found, so that a failure tells it.
    private static string Around(string answer, string form) => answer.IndexOf(form, StringComparison.OrdinalIgnoreCase) is var at and >= 0
        ? answer[Math.Max(0, at - 150)..Math.Min(answer.Length, at + 50)]
        : "";

    // Below a page's refusal of an act stands the student whom it is about.
    [GeneratedRegex("/acts/|/(review|person)/[a-z-]+$")]
    private static partial Regex ShowsStudent();

    // A form that is refused comes back with what was typed into it.
    [GeneratedRegex("value=\"[^\"]*\"")]
    private static partial Regex Typed();

    private static IEnumerable<string> Forms() => new[] { Id, Name, Mail, Phone }.SelectMany(CanaryForms.Of);

    // The one place where an ID number is a name, by the customer's own rule.
    private static bool IsInbox(string address) => address.Contains("/uploads/", StringComparison.Ordinal) || address.Contains("/uploads?", StringComparison.Ordinal);

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    private static Dictionary<string, string> Parts(string cohort, string point, string number) => new()
    {
        ["cohort"] = cohort,
        ["teachingPoint"] = point,
        ["studentNumber"] = number,
        ["picture"] = "original",
        ["id"] = number,
        ["year"] = number,
    };
}
