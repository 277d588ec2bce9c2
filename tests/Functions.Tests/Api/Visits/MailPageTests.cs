using System.Net;
using System.Text;

namespace PhotoFunctions.Functions.Tests.Api.Visits;

public sealed class MailPageTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stops_mails_and_lets_them_begin_again()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VM1");
        var link = await visit.MailLinkAsync();

        var asked = await visit.GetAsync(link);
        var stopped = await visit.PostAsync(link, ("mail", "stop"));
        var since = (await visit.StudentAsync()).OptedOutSince;
        var again = await visit.PostAsync(link, ("mail", "stop"));
        var kept = (await visit.StudentAsync()).OptedOutSince;
        var shown = await visit.Admin.GetStringAsync(new Uri("/api/cohorts/VM1/students/S20230001", UriKind.Relative), Token);
        var begun = await visit.PostAsync(link, ("mail", "receive"));

        Assert.All([asked, stopped, again, begun], page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Contains(">停止接收提醒邮件</button>", asked.Text, StringComparison.Ordinal);
        Assert.Contains("您已停止接收提醒邮件", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(stopped, again);
        Assert.NotNull(since);
        Assert.Equal(since, kept);
        Assert.Contains("\"optedOutSince\":\"20", shown, StringComparison.Ordinal);
        Assert.Contains("您当前会收到", begun.Text, StringComparison.Ordinal);
        Assert.Null((await visit.StudentAsync()).OptedOutSince);
        Assert.Equal(
            ["MailOptedOut student", "MailOptedIn student"],
            (await visit.HistoryAsync()).Where(line => line.StartsWith("Mail", StringComparison.Ordinal)));
        Assert.Contains("mailWishChanged S20230001 stop", await visit.AuditAsync());
    }

    [Theory]
    [InlineData("VM2a", "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded")]
    [InlineData(
        "VM2b",
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
        "multipart/form-data; boundary=x")]
    public async Task Unsubscribes_with_a_mail_programs_one_click(string cohort, string body, string contentType)
    {
        using var visit = await VisitCase.BeginAsync(emulator, cohort);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var (status, _) = await visit.SendAsync(new HttpRequestMessage(HttpMethod.Post, await visit.MailLinkAsync()) { Content = content });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull((await visit.StudentAsync()).OptedOutSince);
    }

    [Fact]
    public async Task Changes_nothing_by_looking_or_without_a_choice()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VM3");
        var link = await visit.MailLinkAsync();
        for (var look = 0; look < 5; look++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync(link)).Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await visit.PostAsync(link)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visit.PostAsync(link, ("mail", "none"))).Status);
        Assert.Null((await visit.StudentAsync()).OptedOutSince);
        Assert.DoesNotContain(await visit.HistoryAsync(), line => line.StartsWith("Mail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_the_wish_when_a_roster_changes_the_student()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VM4");
        await visit.PostAsync(await visit.MailLinkAsync(), ("mail", "stop"));
        using var roster = new StringContent(
            $"学号,姓名,身份证号,教学点,邮箱\nS20230001,张三丰,{TestIds.First},TP1,new@b.example", Encoding.UTF8, "text/csv");

        (await visit.Admin.PostAsync(new Uri("/api/cohorts/VM4/roster", UriKind.Relative), roster, Token)).EnsureSuccessStatusCode();

        var student = await visit.StudentAsync();
        Assert.Equal("new@b.example", student.Profile.Mail);
        Assert.NotNull(student.OptedOutSince);
    }
}
