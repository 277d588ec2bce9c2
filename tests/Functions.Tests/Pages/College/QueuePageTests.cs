using System.Net;

namespace PhotoFunctions.Functions.Tests.Pages.College;

public sealed class QueuePageTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Shows_one_waiting_photo_after_the_other_and_goes_on_behind_the_decided_one()
    {
        using var page = await PageCase.CreateAsync(emulator, "PQ1", isInReview: true);
        await page.UploadAsync(TestIds.First);
        await page.UploadAsync(TestIds.Second, portrait: 2);
        using var teacher = await page.OpenAsync("TP1");

        var first = await PageCase.ReadAsync(teacher, page.Desk("review"));
        Assert.Contains("张三", first, StringComparison.Ordinal);
        Assert.Contains("之后还有1名", first, StringComparison.Ordinal);
        using var answer = await PageCase.PostAsync(
            teacher, page.Desk("review/approve"), ("studentNumber", "S1"), ("sha256", await page.Sha256Async("S1")), ("by", "王老师"));

        Assert.Equal(
            (HttpStatusCode.SeeOther, page.Desk("review?after=S1&done=approve")), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var second = await PageCase.ReadAsync(teacher, answer.Headers.Location!.ToString());
        Assert.Contains("学号S1：已完成“通过”", second, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", second, StringComparison.Ordinal);
        Assert.Equal("accepted", await page.CollectionAsync("S1"));
        Assert.Contains("还有1名学生被跳过", await PageCase.ReadAsync(teacher, page.Desk("review?after=S2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_of_a_decision_that_somebody_else_made_meanwhile_and_goes_on()
    {
        using var page = await PageCase.CreateAsync(emulator, "PQ2", isInReview: true);
        await page.UploadAsync(TestIds.First);
        await page.UploadAsync(TestIds.Second, portrait: 2);
        using var teacher = await page.OpenAsync("TP1");
        (string, string)[] form = [("studentNumber", "S1"), ("sha256", await page.Sha256Async("S1")), ("by", "王老师")];
        await PageCase.PostAsync(teacher, page.Desk("review/approve"), form);

        using var late = await PageCase.PostAsync(teacher, page.Desk("review/refuse"), [.. form, ("reason", "非本人")]);

        var text = await PageCase.ReadAsync(late, HttpStatusCode.Conflict);
        Assert.Contains("role=\"alert\">学号S1：", text, StringComparison.Ordinal);
        Assert.Contains("name=\"studentNumber\" value=\"S2\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"非本人\" data-key", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_student_and_the_words_when_something_is_missing()
    {
        using var page = await PageCase.CreateAsync(emulator, "PQ3", isInReview: true);
        await page.UploadAsync(TestIds.First);
        using var teacher = await page.OpenAsync("TP1");

        using var answer = await PageCase.PostAsync(
            teacher,
            page.Desk("review/refuse"),
            ("studentNumber", "S1"),
            ("sha256", await page.Sha256Async("S1")),
            ("reason", new string('长', 201)));

        var text = await PageCase.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains("name=\"studentNumber\" value=\"S1\"", text, StringComparison.Ordinal);
        Assert.Contains(new string('长', 201), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_the_person_by_class_and_number_until_nobody_is_left()
    {
        using var page = await PageCase.CreateAsync(emulator, "PQ4");
        await page.UploadAsync(TestIds.First);
        await page.UploadAsync(TestIds.Second, portrait: 2);
        using var teacher = await page.OpenAsync("TP1");
        page.App.Calls.Reset();

        var first = await PageCase.ReadAsync(teacher, page.Desk("person"));

        // The session's key, the cohort twice with its teaching point, the line of all students, the student, the audit trail.
        Assert.InRange(page.App.Calls.Count, 1, 8);
        Assert.Contains("name=\"studentNumber\" value=\"S1\"", first, StringComparison.Ordinal);
        using var confirmed = await PageCase.PostAsync(
            teacher, page.Desk("person/confirm-person"), ("studentNumber", "S1"), ("sha256", await page.Sha256Async("S1")), ("by", "王老师"));
        Assert.Contains(
            "name=\"studentNumber\" value=\"S2\"",
            await PageCase.ReadAsync(teacher, confirmed.Headers.Location!.ToString()),
            StringComparison.Ordinal);
        using var denied = await PageCase.PostAsync(
            teacher,
            page.Desk("person/not-this-person"),
            ("studentNumber", "S2"),
            ("sha256", await page.Sha256Async("S2")),
            ("by", "王老师"),
            ("reason", "非本人"));

        Assert.Contains("全部处理完毕", await PageCase.ReadAsync(teacher, denied.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal("rejected", await page.CollectionAsync("S2"));
    }

    [Fact]
    public async Task Leaves_appeals_to_an_administrator()
    {
        using var page = await PageCase.CreateAsync(emulator, "PQ5", isInReview: true);
        await page.UploadAsync(TestIds.First);
        using var teacher = await page.OpenAsync("TP1");
        using var admin = await page.OpenAsync();
        (string, string)[] form = [("sha256", await page.Sha256Async("S1")), ("by", "王老师"), ("reason", "请再看一次")];
        await PageCase.PostAsync(teacher, page.Dashboard("/S1/acts/refuse"), form);
        await PageCase.PostAsync(teacher, page.Dashboard("/S1/acts/appeal"), form);

        Assert.Contains("全部处理完毕", await PageCase.ReadAsync(teacher, page.Desk("review")), StringComparison.Ordinal);
        var appeal = await PageCase.ReadAsync(admin, page.Desk("review"));

        Assert.Contains("请再看一次", appeal, StringComparison.Ordinal);
        Assert.Contains("review/grant\"", appeal, StringComparison.Ordinal);
        Assert.Contains("review/deny\"", appeal, StringComparison.Ordinal);
        Assert.DoesNotContain("review/approve\"", appeal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Touches_nobody_of_another_teaching_point()
    {
        using var page = await PageCase.CreateAsync(emulator, "PQ6", isInReview: true);
        await page.UploadAsync(TestIds.Number(3), portrait: 3, point: "TP2");
        using var teacher = await page.OpenAsync("TP1");
        var sha256 = await page.Sha256Async("S3");

        using var answer = await PageCase.PostAsync(
            teacher, page.Desk("review/approve"), ("studentNumber", "S3"), ("sha256", sha256), ("by", "王老师"));

        await PageCase.ReadAsync(answer, HttpStatusCode.NotFound);
        Assert.Equal("inReview", await page.CollectionAsync("S3"));
        await PageCase.ReadAsync(teacher, page.Desk("review", "TP2"), HttpStatusCode.NotFound);
    }
}
