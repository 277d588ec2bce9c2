using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using PhotoFunctions.Functions.Tests.Api.Access;

namespace PhotoFunctions.Functions.Tests.Api;

/// <summary>Requests that nobody means: whatever comes, the answer is a problem with a code, or what was asked for, and never an outage.</summary>
public sealed class FuzzTests(EmulatorFixture emulator)
{
    private static readonly Gen<string> Words = Gen.OneOf(
        "FZ", "TP1", "S1", "..", ".", "%2e%2e", "%2f", "a%2fb", "%5c", "%0d%0a", "~", "'", "' or 1 eq 1", "%25", "张三", "\ud83d\ude00", "-1", "0", "1e9",
        "true", "null", "2026-02-30", "9999999999", "settings", "original", "k1.AAAA", "x", new string('a', 33), new string('9', 5_000));

    private static readonly Gen<string> Names = Gen.OneOf(
        "top", "continuation", "stage", "collection", "sort", "numberPrefix", "className", "dryRun", "asOf", "day", "date", "action", "kind", "status", "format",
        "profile", "subject", "teachingPoint", "nosuch", "");

    private static readonly Gen<string> Queries = Gen.Select(Names, Words, (name, word) => $"{name}={Uri.EscapeDataString(word)}").Array[0, 3]
        .Select(parts => parts.Length == 0 ? "" : "?" + string.Join('&', parts));

    private static readonly Gen<JsonNode?> Values = Gen.OneOf<JsonNode?>(
        Gen.Const((JsonNode?)null),
        Words.Select(word => (JsonNode?)word),
        Gen.Int.Select(number => (JsonNode?)number),
        Gen.Double.Select(number => (JsonNode?)JsonValue.Create(double.IsFinite(number) ? number : 0)),
        Gen.Bool.Select(flag => (JsonNode?)flag),
        Gen.Const(0).Select(_ => (JsonNode?)new JsonArray(1, "2", new JsonObject())),
        Gen.Const(0).Select(_ => (JsonNode?)new JsonObject { ["minWait"] = "x", ["nosuch"] = 1 }));

    private static readonly Gen<string> Members = Gen.OneOf(
        "holder", "role", "teachingPoint", "days", "overlapHours", "name", "collectionOpensOn", "collectionClosesOn", "windows", "graceDays", "proofing", "forms",
        "units", "language", "retentionDays", "outputs", "maxBytes", "sharpness", "sha256", "by", "reason", "event", "status", "kind", "description", "files",
        "off", "work", "contact", "mail", "phone", "address", "nosuch");

    private static readonly Gen<string> Bodies = Gen.OneOf(
        Gen.Select(Members, Values, (member, value) => (member, value)).Array[0, 5].Select(Object),
        Gen.OneOf("", "{", "[]", "null", "\"text\"", "{\"a\":1}{", "\u0000", "学号,姓名,身份证号,教学点\n,,,\n\"", "PK\u0003\u0004zip"),
        Gen.String[0, 200],
        Gen.Const(string.Concat(Enumerable.Repeat("[", 500))));

    private static readonly Gen<string> Types = Gen.OneOf(
        "application/json", "application/json", "application/json", "text/csv", "text/plain", "application/xml", "application/json; charset=utf-16");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_whatever_comes_with_a_code_and_never_with_an_outage()
    {
        using var app = new FunctionApp(emulator) { Settings = { ["AdministratorRequestsPerMinute"] = "1000000" } };
        using var admin = await app.EnrolAsync("FZ", ("S1", "张三", TestIds.First, "TP1"));
        using var teacher = app.CreateBearer(await app.IssueKeyAsync("TP1"));
        var doors = Endpoints.Of(app).Where(door => !door.IsOpen && !door.Pattern.EndsWith("/revoke", StringComparison.Ordinal)).ToList();
        var requests = Gen.Select(
            Gen.OneOf<Endpoints.Door>([.. doors]), Words.Array[6], Gen.Int[0, 3], Queries, Bodies, Types, Gen.Bool,
            (door, words, strange, query, body, type, isAdmin) => (door, words, strange, query, body, type, isAdmin));
        await requests.SampleAsync(
            async request =>
            {
                // Up to three parts of the address are strange, the others lead somewhere.
                string[] good = ["FZ", "TP1", "S1", "original", "0000000000000000001", "2031"];
                var parts = new[] { "cohort", "teachingPoint", "studentNumber", "picture", "id", "year" }
                    .Select((name, i) => (name, word: i < request.strange ? request.words[i] : good[i])).ToDictionary(part => part.name, part => part.word);
                using var message = new HttpRequestMessage(new HttpMethod(request.door.Method), request.door.Fill(parts) + request.query);
                if (request.door.Method != "GET")
                {
                    message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.body));
                    message.Content.Headers.TryAddWithoutValidation("Content-Type", request.type);
                }

                using var response = await (request.isAdmin ? admin : teacher).SendAsync(message, Token);
                var text = await response.Content.ReadAsStringAsync(Token);
                Assert.True((int)response.StatusCode < 500, $"{message.Method} {message.RequestUri} {request.body}: {text}");
                if ((int)response.StatusCode < 400)
                {
                    return;
                }

                if (response.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    Assert.Contains("role=\"alert\"", text, StringComparison.Ordinal);
                }
                else
                {
                    Assert.Matches("^[a-z0-9-]{3,40}$", JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString());
                }
            },
            iter: 600,
            threads: 1);
    }

    private static string Object((string Member, JsonNode? Value)[] members)
    {
        var body = new JsonObject();
        foreach (var (member, value) in members)
        {
            body[member] = value?.DeepClone();
        }

        return body.ToJsonString();
    }
}
