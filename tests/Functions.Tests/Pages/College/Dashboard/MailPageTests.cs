using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage.Reminders;

namespace PhotoFunctions.Functions.Tests.Pages.College.Dashboard;

public sealed class MailPageTests(EmulatorFixture emulator)
{
    private static readonly DateOnly Day = new(2027, 6, 23);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_what_stuck_and_sends_it_again_with_a_reason()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("DASHMAIL1", ("DM1", "张三", TestIds.Number(821), "TP1"));
        var failed = await AddAsync(app, "DASHMAIL1", "DM1", ReminderStatus.Failed, FailureCodes.MailAddressMissing);
        await AddAsync(app, "DASHMAIL1", "DM2", ReminderStatus.Sent, null);
        using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);

        var page = await ReadAsync(browser, "/api/dashboard/DASHMAIL1/mails");
        Assert.Contains("没有邮箱", page, StringComparison.Ordinal);
        Assert.Contains($"/api/dashboard/DASHMAIL1/mails/{failed}/resend", page, StringComparison.Ordinal);
        Assert.DoesNotContain("DM2", page, StringComparison.Ordinal);

        using var silent = await PostAsync(browser, failed, "");
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.Contains("role=\"alert\"", await silent.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var sent = await PostAsync(browser, failed, "邮箱已更正");
        Assert.Equal((303, "/api/dashboard/DASHMAIL1/mails?status=failed&done=1"), ((int)sent.StatusCode, sent.Headers.Location?.OriginalString));
        Assert.Contains("role=\"status\"", await ReadAsync(browser, sent.Headers.Location!.OriginalString), StringComparison.Ordinal);
        using var again = await PostAsync(browser, failed, "再来一次");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string id, string reason) => await browser.PostAsync(
        $"/api/dashboard/DASHMAIL1/mails/{id}/resend",
        ("reason", reason), ("by", "王老师"), ("value", "failed"), (Browser.TokenField, await browser.FormTokenAsync()));

    private static async Task<string> ReadAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private static async Task<string> AddAsync(FunctionApp app, string cohort, string number, ReminderStatus status, string? code)
    {
        var key = new ReminderKey(
            CohortCode.Parse(cohort).Value!,
            TeachingPointCode.Parse("TP1").Value!,
            ReminderKind.PhotoRejected,
            new Occasion(Day),
            StudentNumber.Parse(number).Value!);
        var at = new DateTimeOffset(2027, 6, 23, 2, 0, 0, TimeSpan.Zero);
        await app.Services.GetRequiredService<IReminderLedger>().AddAsync(
            [new ReminderEntry { Key = key, Status = status, DueOn = Day, PlannedAt = at, Since = at, Code = code }], Token);
        return ReminderEntityMapping.IdOf(key);
    }
}
