using Microsoft.Playwright;
using PhotoFunctions.EndToEnd.Tests.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>The list of students and one student's page, in a real browser.</summary>
public sealed class StudentDetailTests(PipelineHost host, Chromium chromium) : IClassFixture<PipelineHost>, IClassFixture<Chromium>
{
    private const string Attack = "<img src=x onerror=\"window.hit=1\">'\"</p>";

    [Theory]
    [InlineData("STX1", true)]
    [InlineData("STX2", false)]
    public async Task Whatever_was_written_about_a_student_is_text(string cohort, bool isPhone)
    {
        using var college = await CollegeCase.CreateAsync(host, cohort, students: 1, seed: isPhone ? 81UL : 82UL, Attack);
        await college.UploadAsync();
        var number = college.Students[0].Number;
        await college.DecideAsync(0, "refuse", Attack);
        await college.DecideAsync(0, "appeal", Attack);
        await college.PostAsync(
            $"/students/{number}/requests", new { kind = "erratum", reason = "pictureMissing", description = Attack, by = Attack });
        await using var visit = await college.VisitAsync(chromium, isPhone, isAdministrator: true);

        foreach (var address in new[]
        {
            college.Dashboard("students"), college.Dashboard($"students?className={Uri.EscapeDataString(Attack)}"),
            college.Dashboard($"students/{number}"), college.Desk("review"),
        })
        {
            await visit.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });

            Assert.Contains(Attack, await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await visit.Page.Locator("img[src=x]").CountAsync());
            Assert.True(await visit.Page.EvaluateAsync<bool>("window.hit === undefined"));
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), address);
            await LayoutShift.AssertNoneAsync(visit.Page);
            await Axe.AssertAccessibleAsync(visit.Page);
        }

        visit.AssertQuiet(college.Places);
    }

    [Theory]
    [InlineData("STD1", true)]
    [InlineData("STD2", false)]
    public async Task A_teacher_finds_a_student_looks_and_decides(string cohort, bool isPhone)
    {
        using var college = await CollegeCase.CreateAsync(host, cohort, students: 2, seed: isPhone ? 83UL : 84UL);
        await college.UploadAsync();
        await using var visit = await college.VisitAsync(chromium, isPhone);

        await visit.Page.GotoAsync(college.Dashboard("students"));
        await visit.KeepAsync($"students-{(isPhone ? "phone" : "desk")}");
        await visit.Page.GetByLabel("采集", new() { Exact = true }).SelectOptionAsync("inReview");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = college.Students[0].Number }).ClickAsync();
        await visit.SeesAsync(college.Students[0].Name, "h1");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        const string Loaded = "[...document.querySelectorAll('.pair img')].filter((one) => one.naturalWidth >= 120).length";
        Assert.Equal(2, await visit.Page.EvaluateAsync<int>(Loaded));
        await LayoutShift.AssertNoneAsync(visit.Page);
        await Axe.AssertAccessibleAsync(visit.Page);

        await visit.Page.Locator("summary").Filter(new() { HasText = "驳回" }).ClickAsync();
        await visit.Page.GetByLabel("原因", new() { Exact = true }).Filter(new() { Visible = true }).FillAsync("面部有反光");
        await visit.KeepAsync($"student-act-{(isPhone ? "phone" : "desk")}");
        await Axe.AssertAccessibleAsync(visit.Page);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "驳回" }).ClickAsync();

        await visit.SeesAsync("已完成：驳回", "[role=status]");
        await visit.SeesAsync("面部有反光", ".timeline li:first-child");
        await visit.KeepAsync($"student-done-{(isPhone ? "phone" : "desk")}");
        Assert.Equal("rejected", (await college.StudentAsync(0)).GetProperty("collection").GetString());
        visit.AssertQuiet(college.Places);
    }
}
