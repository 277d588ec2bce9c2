using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Tests.Api.Access;

public sealed class AuditApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_who_looked_at_whom_and_who_changed_what()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AU1", ("AU1S1", "张三", TestIds.First, "TP1"));
        var token = await app.IssueKeyAsync("TP1");
        using var teacher = app.CreateBearer(token);
        await teacher.GetAsync(new Uri("/api/cohorts/AU1/students/AU1S1", UriKind.Relative), Token);
        (await teacher.PostAsJsonAsync(
            "/api/cohorts/AU1/students/AU1S1/requests", new { kind = "reprint", reason = "printMissing", description = "缺少照片" }, Token))
            .EnsureSuccessStatusCode();
        await admin.GetAsync(new Uri("/api/cohorts/AU1/students/NOBODY", UriKind.Relative), Token);

        var lines = await ListAsync(admin, "studentNumber=AU1S1");

        Assert.Equal(["studentViewed", "requestOpened"], lines.Select(line => line.GetProperty("action").GetString()));
        Assert.All(lines, line => Assert.Equal(
            (token.Split('_')[1], "teachingPoint", "AU1", "TP1"),
            (Text(line, "credential"), Text(line, "role"), Text(line, "cohort"), Text(line, "teachingPoint"))));
        Assert.Equal("王老师", Text(lines[1], "person"));
        Assert.Empty(await ListAsync(admin, "studentNumber=NOBODY"));
    }

    [Fact]
    public async Task Tells_of_an_import_but_not_of_its_trial()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AU2", ("S1", "张三", TestIds.First, "TP1"));
        using var content = new StringContent($"学号,姓名,身份证号,教学点\nS1,张三,{TestIds.First},TP1", System.Text.Encoding.UTF8, "text/csv");
        (await admin.PostAsync(new Uri("/api/cohorts/AU2/roster?dryRun=true", UriKind.Relative), content, Token)).EnsureSuccessStatusCode();

        var imports = (await ListAsync(admin, "action=rosterImported")).Where(line => Text(line, "cohort") == "AU2");

        Assert.Single(imports);
    }

    [Fact]
    public async Task Tells_of_a_change_whose_caller_went_away()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AU5");
        var rows = string.Join('\n', Enumerable.Range(0, 400).Select(i => $"AU5S{i},张三,{TestIds.Number(i)},TP1"));
        using var content = new StringContent("学号,姓名,身份证号,教学点\n" + rows, System.Text.Encoding.UTF8, "text/csv");
        app.Faults.UnreachableTable = "Students";

        using var response = await admin.PostAsync(new Uri("/api/cohorts/AU5/roster", UriKind.Relative), content, Token);

        Assert.Equal(500, (int)response.StatusCode);
        var line = (await ListAsync(admin, "action=rosterImported")).Last(each => Text(each, "cohort") == "AU5");
        Assert.Equal("unfinished 400 rows", Text(line, "details"));
    }

    [Fact]
    public async Task Shows_nothing_of_a_student_when_the_look_cannot_be_recorded()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AU3", ("S1", "张三", TestIds.First, "TP1"));
        app.Faults.UnreachableTable = "Audit";

        using var response = await admin.GetAsync(new Uri("/api/cohorts/AU3/students/S1", UriKind.Relative), Token);

        var body = await response.Content.ReadAsStringAsync(Token);
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Contains("out-of-order", body, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stores_no_word_of_a_person_in_plain()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AU4", ("AU4S1", "张三", TestIds.First, "TP1"));
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/cohorts/AU4/students/AU4S1")
        {
            Content = JsonContent.Create(new { by = "赵主任", reason = "张三已退学" }),
        };
        (await admin.SendAsync(request, Token)).EnsureSuccessStatusCode();

        var row = await new TableClient(emulator.ConnectionString, "Audit").QueryAsync<TableEntity>("Student eq 'AU4S1'", cancellationToken: Token)
            .SingleAsync(Token);

        var plain = string.Join('\n', row.Select(column => column.Value as string));
        Assert.DoesNotContain("赵主任", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", plain, StringComparison.Ordinal);
        Assert.Equal("张三已退学", Text(Assert.Single(await ListAsync(admin, "studentNumber=AU4S1")), "reason"));
    }

    [Fact]
    public async Task Seals_yesterday_once_and_finds_what_was_done_to_it_since()
    {
        using var app = new FunctionApp(emulator);
        using var admin = app.CreateAdmin();
        var yesterday = ChinaTime.DateAt(TimeProvider.System.GetUtcNow()).AddDays(-1);
        var noon = new DateTimeOffset(yesterday.ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(8));
        await admin.GetAsync(new Uri("/api/access-keys", UriKind.Relative), Token);
        var trail = app.Services.GetRequiredService<IAuditTrail>();
        for (var i = 0; i < 3; i++)
        {
            await trail.AppendAsync(Entry(noon.AddMinutes(i)), Token);
        }

        (await app.InvokeAsync("AuditRootDue", HostPayloads.Body("timer.json"))).EnsureSuccessStatusCode();
        (await app.InvokeAsync("AuditRootDue", HostPayloads.Body("timer.json"))).EnsureSuccessStatusCode();
        Assert.True((await VerifyAsync(admin, yesterday)).GetProperty("isIntact").GetBoolean());

        var table = new TableClient(emulator.ConnectionString, "Audit");
        var rows = await table.QueryAsync<TableEntity>($"PartitionKey eq '{yesterday:yyyyMMdd}'", cancellationToken: Token).ToListAsync(Token);
        await table.UpdateEntityAsync(new TableEntity(rows[0].PartitionKey, rows[0].RowKey) { ["Student"] = "OTHER" }, Azure.ETag.All, cancellationToken: Token);
        await table.DeleteEntityAsync(rows[1].PartitionKey, rows[1].RowKey, cancellationToken: Token);
        await table.UpdateEntityAsync(new TableEntity(rows[2].PartitionKey, rows[2].RowKey) { ["Reason"] = new byte[40] }, Azure.ETag.All, cancellationToken: Token);
        await trail.AppendAsync(Entry(noon.AddMinutes(9)), Token);

        await table.UpdateEntityAsync(
            new TableEntity(rows[2].PartitionKey, rows[2].RowKey) { ["Role"] = "99999999999999999999" }, Azure.ETag.All, cancellationToken: Token);
        var shown = (await ListAsync(admin, $"day={yesterday:yyyy-MM-dd}")).Single(line => !line.GetProperty("isReadable").GetBoolean());
        Assert.Equal(rows[2].RowKey, Text(shown, "id"));

        var verdict = await VerifyAsync(admin, yesterday);
        Assert.False(verdict.GetProperty("isIntact").GetBoolean());
        Assert.Equal([rows[0].RowKey, rows[2].RowKey], verdict.GetProperty("edited").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(rows[1].RowKey, Assert.Single(verdict.GetProperty("missing").EnumerateArray()).GetString());
        Assert.Single(verdict.GetProperty("added").EnumerateArray());

        // A seal is written once, whatever is written over it.
        var seal = new BlobContainerClient(emulator.ConnectionString, "audit-roots").GetBlobClient($"{yesterday:yyyyMMdd}.json");
        var root = (await seal.DownloadContentAsync(Token)).Value.Details.ETag;
        await trail.SealAsync(AuditRoot.Of(yesterday, "", []), Token);
        Assert.Equal(root, (await seal.GetPropertiesAsync(cancellationToken: Token)).Value.ETag);
    }

    private static AuditEntry Entry(DateTimeOffset at) => new()
    {
        At = at,
        Credential = "settings",
        Role = AccessRole.Administrator,
        Action = AuditAction.StudentViewed,
        Person = "王老师",
        Reason = "核对",
    };

    private static async Task<JsonElement> VerifyAsync(HttpClient admin, DateOnly day) => await FunctionApp.ReadAsync(
        await admin.GetAsync(new Uri($"/api/audit/verification?day={day:yyyy-MM-dd}", UriKind.Relative), Token));

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(HttpClient admin, string query) =>
        [.. (await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/audit?top=1000&{query}", UriKind.Relative), Token))).GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
