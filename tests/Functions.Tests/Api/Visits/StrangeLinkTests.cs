using System.Net;
using System.Net.Http.Json;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Functions.Tests.Api.Visits;

public sealed class StrangeLinkTests(EmulatorFixture emulator)
{
    private const string Page = "/api/student/proofing/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refuses_a_link_with_any_character_changed()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VS1");
        var link = await visit.ProofingLinkAsync();
        visit.App.Calls.Reset();
        for (var place = Page.Length; place < link.Length; place++)
        {
            var changed = $"{link[..place]}{(link[place] == 'A' ? 'B' : 'A')}{link[(place + 1)..]}";
            var (status, text) = await visit.PostAsync(changed, ("answer", "correct"));
            Assert.Equal((place, HttpStatusCode.NotFound), (place, status));
            Assert.Contains("link-invalid", text, StringComparison.Ordinal);
        }

        Assert.Equal(0, visit.App.Calls.Count);
        Assert.Equal(ProofingStatus.Due, (await visit.StudentAsync()).Proofing);
    }

    [Fact]
    public async Task Refuses_what_is_no_link()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VS2");
        foreach (var garbage in new[] { "x", "====", "%20", "%E4%B8%AD", "a.b.c", "~", "null", new string('A', 321), new string('A', 6000) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visit.GetAsync(Page + garbage)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visit.PostAsync(Page + garbage, ("answer", "correct"))).Status);
        }
    }

    [Fact]
    public async Task Refuses_a_link_for_another_purpose_and_another_students_signature()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VS3");
        var (mine, other) = (await visit.ProofingLinkAsync(), await visit.ProofingLinkAsync("S20230002"));
        var mail = await visit.MailLinkAsync();

        var crossed = await visit.PostAsync(mail.Replace("/mail/", "/proofing/", StringComparison.Ordinal), ("answer", "correct"));
        var back = await visit.PostAsync(mine.Replace("/proofing/", "/mail/", StringComparison.Ordinal), ("mail", "stop"));
        var foreign = await visit.PostAsync(mine[..^43] + other[^43..], ("answer", "correct"));

        Assert.All([crossed, back, foreign], refused => Assert.Equal(HttpStatusCode.NotFound, refused.Status));
        var student = await visit.StudentAsync();
        Assert.Equal((ProofingStatus.Due, null), (student.Proofing, student.OptedOutSince));
    }

    [Fact]
    public async Task Refuses_an_expired_link_in_both_languages()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VS4");
        var old = visit.Links(TimeProvider.System.GetUtcNow().AddDays(-61));
        var link = (await old.ProofingAsync(await visit.StudentAsync(), Token)).AbsolutePath;

        var (shown, posted) = (await visit.GetAsync(link), await visit.PostAsync(link, ("answer", "correct")));

        Assert.All([shown, posted], refused =>
        {
            Assert.Equal(HttpStatusCode.Gone, refused.Status);
            Assert.Contains("链接已过期", refused.Text, StringComparison.Ordinal);
            Assert.Contains("This link has expired", refused.Text, StringComparison.Ordinal);
        });
        Assert.Equal(ProofingStatus.Due, (await visit.StudentAsync()).Proofing);
    }

    [Fact]
    public async Task Finds_nobody_who_was_removed_and_no_cohort_that_never_was()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VS5");
        var (link, student) = (await visit.ProofingLinkAsync(), await visit.StudentAsync());
        var nowhere = student with { Key = student.Key with { Cohort = CohortCode.Parse("VS5X").Value! } };
        using var removal = new HttpRequestMessage(HttpMethod.Delete, "/api/cohorts/VS5/students/S20230001")
        {
            Content = JsonContent.Create(new { by = "王老师", reason = "退学" }),
        };
        (await visit.Admin.SendAsync(removal, Token)).EnsureSuccessStatusCode();

        var gone = await visit.PostAsync(link, ("answer", "correct"));
        var never = await visit.GetAsync((await visit.Links().ProofingAsync(nowhere, Token)).AbsolutePath);

        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.Contains("student-number-unknown", gone.Text, StringComparison.Ordinal);
        Assert.Contains("cohort-unknown", never.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_a_student_to_another_teaching_point()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VS6");
        var (link, mail) = (await visit.ProofingLinkAsync(), await visit.MailLinkAsync());
        await visit.PostAsync(mail, ("mail", "stop"));
        using var roster = new StringContent(
            $"学号,姓名,身份证号,教学点,邮箱\nS20230001,张三丰,{TestIds.First},TP2,new@b.example", System.Text.Encoding.UTF8, "text/csv");
        (await visit.Admin.PostAsync(new Uri("/api/cohorts/VS6/roster", UriKind.Relative), roster, Token)).EnsureSuccessStatusCode();

        var (status, _) = await visit.PostAsync(link, ("answer", "correct"));

        var student = await visit.StudentAsync();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("TP2", ProofingStatus.Confirmed), (student.Key.TeachingPoint.Value, student.Proofing));
        Assert.NotNull(student.OptedOutSince);
    }

    [Fact]
    public async Task Answers_one_students_links_thirty_times_a_minute_and_goes_on_for_others()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VS7");
        var (mine, other) = (await visit.ProofingLinkAsync(), await visit.ProofingLinkAsync("S20230002"));
        var statuses = new List<HttpStatusCode>();
        for (var look = 0; look < 65; look++)
        {
            statuses.Add((await visit.GetAsync(mine)).Status);
        }

        // A minute may have begun anew in between.
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync(other)).Status);
    }

    [Fact]
    public async Task Passes_over_what_others_append_to_the_address()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VS8");

        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync($"{await visit.ProofingLinkAsync()}?utm_source=mail")).Status);
    }
}
