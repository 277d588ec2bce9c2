using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Tests.Api.Reminders;

public sealed class ReminderApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_what_a_preview_told_of_once_and_shows_it_in_the_ledger()
    {
        using var due = await ReminderCase.OpenAsync(emulator.ConnectionString, "RA1");
        var preview = await due.GetAsync("/reminders/preview");
        Assert.Equal(ReminderCase.Today, preview.GetProperty("date").GetString());
        Assert.Equal(
            ["collectionReminder 1 1 0", "collectionDigest 1 0 0"],
            preview.GetProperty("counts").EnumerateArray().Take(2).Select(Counted));
        Assert.Equal(
            ["collectionReminder S1 ", "collectionReminder S2 mail-address-missing", "collectionDigest  "],
            preview.GetProperty("items").EnumerateArray()
                .Select(item => $"{Text(item, "kind")} {Text(item, "studentNumber")} {Text(item, "leftOut")}"));
        Assert.Equal(0, await due.CountMailsAsync());
        Assert.Empty((await due.GetAsync("/reminders")).GetProperty("items").EnumerateArray());

        var run = await due.RunAsync();

        Assert.False(run.GetProperty("isNight").GetBoolean());
        Assert.Equal(["deadline", "proofing", "verification"], run.GetProperty("subjects").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal((2, 2, 0), (Number(run, "fellDue"), Number(run, "sent"), Number(run, "waiting")));
        Assert.Equal(2, await due.CountMailsAsync());
        Assert.Equal((0, 0), (Number(await due.RunAsync("?subject=deadline"), "sent"), Number(await due.RunAsync(), "fellDue")));
        Assert.Equal(2, await due.CountMailsAsync());
        Assert.Equal(
            "collectionReminder 0 1 1",
            Counted((await due.GetAsync($"/reminders/preview?date={ReminderCase.Today}")).GetProperty("counts")[0]));

        var lines = (await due.GetAsync("/reminders")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(
            ["collectionDigest TP1  2027-06-23 sent outbox", "collectionReminder TP1 S1 2027-06-23 sent outbox"],
            lines.Select(line => string.Join(' ', new[] { "kind", "teachingPoint", "studentNumber", "occasionOn", "status", "provider" }
                .Select(name => Text(line, name)))));
    }

    [Fact]
    public async Task Lists_what_is_asked_for_page_by_page()
    {
        using var due = await ReminderCase.OpenAsync(emulator.ConnectionString, "RA2");
        await due.RunAsync();

        foreach (var (query, count) in new[]
        {
            ("", 2), ("?status=sent", 2), ("?status=pending", 0), ("?kind=collectionDigest", 1), ("?kind=photoRejected", 0),
            ("?teachingPoint=TP1", 2), ("?teachingPoint=TP2", 0), ("?teachingPoint=TP1&kind=collectionReminder&status=sent", 1),
            ("?studentNumber=S1", 1), ("?studentNumber=S2", 0),
        })
        {
            Assert.Equal(count, (await due.GetAsync($"/reminders{query}")).GetProperty("items").GetArrayLength());
        }

        var first = await due.GetAsync("/reminders?top=1");
        var next = await due.GetAsync($"/reminders?top=1&continuation={Uri.EscapeDataString(Text(first, "continuation"))}");
        Assert.NotEqual(Text(first.GetProperty("items")[0], "id"), Text(next.GetProperty("items")[0], "id"));
        foreach (var wrong in new[]
        {
            "?status=nosuch", "?kind=x", "?top=0", "?continuation=x", "?studentNumber=~", "/preview?date=2031-01-01", "/preview?date=x",
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await due.Admin.GetAsync(due.Address($"/reminders{wrong}"), Token)).StatusCode);
        }

        var digest = await due.GetAsync("/reminders/preview?kind=collectionDigest&teachingPoint=TP1");
        Assert.Equal(1, digest.GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await due.GetAsync("/reminders/preview?teachingPoint=TP2")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Writes_to_nobody_at_night()
    {
        using var due = await ReminderCase.OpenAsync(emulator.ConnectionString, "RA3", isNight: true);

        var run = await due.RunAsync();

        Assert.True(run.GetProperty("isNight").GetBoolean());
        Assert.Equal(new DateTimeOffset(2027, 6, 24, 8, 0, 0, TimeSpan.FromHours(8)), run.GetProperty("opensAt").GetDateTimeOffset());
        Assert.Equal((0, 0), (run.GetProperty("subjects").GetArrayLength(), await due.CountMailsAsync()));
    }

    [Fact]
    public async Task Takes_back_what_failed_or_nobody_knows_and_nothing_else()
    {
        using var due = await ReminderCase.OpenAsync(emulator.ConnectionString, "RA4");
        var unknown = await AddAsync(due, ReminderStatus.Unknown);
        var line = Assert.Single((await due.GetAsync("/reminders?status=unknown")).GetProperty("items").EnumerateArray());
        var resend = $"/reminders/{Text(line, "id")}/resend";

        await RefusedAsync(due, resend, new { by = "王老师" }, HttpStatusCode.BadRequest, "value-missing");
        var answer = await FunctionApp.ReadAsync(await due.SendAsync(resend, new { by = "王老师", reason = "学生未收到邮件" }));

        Assert.Equal(("pending", ""), (Text(answer, "status"), Text(answer, "operationId")));
        await RefusedAsync(due, resend, new { by = "王老师", reason = "再次" }, HttpStatusCode.Conflict, "reminder-not-stuck");
        var other = $"/reminders/{Text(line, "id")[..^2]}/resend";
        await RefusedAsync(due, other, new { by = "王老师", reason = "再次" }, HttpStatusCode.NotFound, "reminder-unknown");
        await RefusedAsync(due, "/reminders/x/resend", new { by = "王老师", reason = "再次" }, HttpStatusCode.NotFound, "reminder-unknown");
        Assert.Equal(1, Number(await due.RunAsync("?subject=deadline"), "dropped"));
        var ledger = due.App.Services.GetRequiredService<IReminderLedger>();
        Assert.Equal(ReminderStatus.Dropped, (await ledger.FindAsync(unknown.Key, Token))!.Status);
        var trail = new Uri("/api/audit?action=reminderResent&top=1000", UriKind.Relative);
        var told = (await FunctionApp.ReadAsync(await due.Admin.GetAsync(trail, Token)))
            .GetProperty("items").EnumerateArray().Single(entry => Text(entry, "cohort") == "RA4");
        Assert.Equal(
            ("TP1", "CollectionReminder 20270601 S1", "学生未收到邮件"),
            (Text(told, "teachingPoint"), Text(told, "details"), Text(told, "reason")));
    }

    private static async Task<ReminderEntry> AddAsync(ReminderCase due, ReminderStatus status)
    {
        var day = new DateOnly(2027, 6, 1);
        var key = new ReminderKey(
            CohortCode.Parse(due.Cohort).Value!,
            TeachingPointCode.Parse("TP1").Value!,
            ReminderKind.CollectionReminder,
            new Occasion(day),
            StudentNumber.Parse("S1").Value!);
        var at = ChinaTime.At(day, 9);
        var ledger = due.App.Services.GetRequiredService<IReminderLedger>();
        var line = new ReminderEntry
        {
            Key = key,
            Status = status,
            DueOn = day,
            PlannedAt = at,
            Since = at,
            Provider = "acs",
            OperationId = "1",
        };
        return Assert.Single(await ledger.AddAsync([line], Token));
    }

    private static async Task RefusedAsync(ReminderCase due, string path, object body, HttpStatusCode status, string code)
    {
        using var answer = await due.SendAsync(path, body);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((status, code), (answer.StatusCode, Text(problem, "code")));
    }

    private static string Counted(JsonElement count) =>
        $"{Text(count, "kind")} {Number(count, "mails")} {Number(count, "leftOut")} {Number(count, "done")}";

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
