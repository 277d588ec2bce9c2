using Microsoft.Playwright;
using PhotoFunctions.EndToEnd.Tests.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>The queues of a desk, in a real browser.</summary>
public sealed class QueueTests(PipelineHost host, Chromium chromium) : IClassFixture<PipelineHost>, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_teacher_reviews_and_confirms_with_the_keyboard_alone()
    {
        using var college = await CollegeCase.CreateAsync(host, "QUE1", students: 6, seed: 71);
        await college.UploadAsync();
        await using var visit = await college.VisitAsync(chromium, isPhone: false);
        var keys = visit.Page.Keyboard;

        await visit.Page.GotoAsync(college.Desk("review"));
        await IsAtAsync(visit, college, 0);
        await SoundAsync(visit);
        await visit.KeepAsync("review");
        await keys.PressAsync("a");
        await IsAtAsync(visit, college, 1);
        await visit.SeesAsync("已完成“通过”", "[role=status]");

        // In the reason, keys are letters.
        await keys.PressAsync("r");
        await keys.TypeAsync("an 背景不均匀");
        await visit.KeepAsync("review-reason");
        await keys.PressAsync("Enter");
        await IsAtAsync(visit, college, 2);
        await keys.PressAsync("n");
        await IsAtAsync(visit, college, 3);
        foreach (var next in new[] { 4, 5 })
        {
            await keys.PressAsync("a");
            await IsAtAsync(visit, college, next);
        }

        await keys.PressAsync("a");
        await visit.SeesAsync("还有1名学生被跳过", "main");
        await visit.KeepAsync("review-end");
        Assert.Equal(["accepted", "rejected", "inReview", "accepted", "accepted", "accepted"], await StandingsAsync(college));
        var refused = (await college.StudentAsync(1)).GetProperty("photo").GetProperty("lastAct");
        Assert.Equal("an 背景不均匀", refused.GetProperty("reason").GetString());

        await visit.Page.GotoAsync(college.Desk("person"));
        var waiting = college.Students.Select((student, index) => (student, index)).Where(one => one.index is 0 or 3 or 4 or 5)
            .OrderBy(one => one.student.ClassName, StringComparer.Ordinal).ThenBy(one => one.student.Number, StringComparer.Ordinal)
            .Select(one => one.index).ToList();
        await IsAtAsync(visit, college, waiting[0]);
        await SoundAsync(visit);
        await visit.KeepAsync("person");
        await keys.PressAsync("y");
        await IsAtAsync(visit, college, waiting[1]);
        await keys.PressAsync("n");
        await keys.TypeAsync("非本人");
        await keys.PressAsync("Enter");
        await IsAtAsync(visit, college, waiting[2]);
        await keys.PressAsync("j");
        await IsAtAsync(visit, college, waiting[3]);
        await keys.PressAsync("y");
        await visit.SeesAsync("还有1名学生被跳过", "main");

        Assert.Equal("王老师", (await college.StudentAsync(waiting[0])).GetProperty("personConfirmed").GetProperty("by").GetString());
        Assert.Equal("rejected", (await college.StudentAsync(waiting[1])).GetProperty("collection").GetString());
        visit.AssertQuiet(college.Places);
    }

    [Fact]
    public async Task A_decision_that_somebody_else_made_meanwhile_is_told_and_the_queue_goes_on()
    {
        using var college = await CollegeCase.CreateAsync(host, "QUE2", students: 2, seed: 72);
        await college.UploadAsync();
        await using var visit = await college.VisitAsync(chromium, isPhone: false);
        await visit.Page.GotoAsync(college.Desk("review"));
        await IsAtAsync(visit, college, 0);
        await college.DecideAsync(0, "refuse", "头部不端正");

        await visit.Page.Keyboard.PressAsync("a");

        await IsAtAsync(visit, college, 1);
        await visit.SeesAsync($"学号{college.Students[0].Number}：", "[role=alert]");
        await visit.KeepAsync("review-conflict");
        await Axe.AssertAccessibleAsync(visit.Page);
        await visit.Page.Keyboard.PressAsync("a");
        await visit.SeesAsync("全部处理完毕", "main");
        Assert.Equal(["rejected", "accepted"], await StandingsAsync(college));
    }

    [Fact]
    public async Task A_key_does_nothing_outside_of_the_card()
    {
        using var college = await CollegeCase.CreateAsync(host, "QUE3", students: 1, seed: 73);
        await college.UploadAsync();
        await using var visit = await college.VisitAsync(chromium, isPhone: false);
        await visit.Page.GotoAsync(college.Desk("review"));
        await IsAtAsync(visit, college, 0);

        await visit.Page.Locator(".brand").FocusAsync();
        await visit.Page.Keyboard.PressAsync("a");
        await visit.Page.Locator("#card").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+a");
        await visit.Page.Keyboard.PressAsync("x");

        await IsAtAsync(visit, college, 0);
        Assert.Equal(["inReview"], await StandingsAsync(college));
        visit.AssertQuiet(college.Places);
    }

    [Fact]
    public async Task A_photo_that_is_not_there_yet_is_judged_by_no_key_and_one_that_is_there_once()
    {
        using var college = await CollegeCase.CreateAsync(host, "QUE5", students: 2, seed: 75);
        await college.UploadAsync();
        await using var visit = await college.VisitAsync(chromium, isPhone: false);
        var (shown, posts) = (new TaskCompletionSource(), 0);
        visit.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        await visit.Page.RouteAsync($"{college.Places[1]}**", async route =>
        {
            await shown.Task;
            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync(college.Desk("review"), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await visit.SeesAsync(college.Students[0].Number, "#whose");
        await HasFocusAsync(visit);

        await visit.Page.Keyboard.PressAsync("a");
        Assert.Equal(["inReview", "inReview"], await StandingsAsync(college));
        Assert.Equal(0, posts);

        shown.SetResult();
        await IsAtAsync(visit, college, 0);
        await visit.Page.EvaluateAsync("""() => ['a', 'a'].forEach((key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))""");
        await IsAtAsync(visit, college, 1);
        Assert.Equal(["accepted", "inReview"], await StandingsAsync(college));
        Assert.Equal(1, posts);
    }

    [Fact]
    public async Task A_teacher_decides_on_a_phone_without_scripts()
    {
        using var college = await CollegeCase.CreateAsync(host, "QUE4", students: 2, seed: 74);
        await college.UploadAsync();
        await using var visit = await college.VisitAsync(chromium, isPhone: true, hasScripts: false);
        await visit.Page.GotoAsync(college.Desk("review"));
        await visit.KeepAsync("review-phone");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "通过" }).TapAsync();
        await visit.SeesAsync(college.Students[1].Number, "#whose");
        await visit.Page.GetByLabel("原因").FillAsync("照片清晰度不合格");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "驳回", Exact = true }).TapAsync();
        await visit.SeesAsync("全部处理完毕", "main");

        Assert.Equal(["accepted", "rejected"], await StandingsAsync(college));
        visit.AssertQuiet(college.Places);
    }

    // The next card is there, and takes the focus.
    private static async Task IsAtAsync(BrowserVisit visit, CollegeCase college, int index)
    {
        await visit.SeesAsync(college.Students[index].Number, "#whose");
        await HasFocusAsync(visit);

        // Nobody judges a photo before it is there, and keys know that.
        await Assertions.Expect(visit.Page.Locator("#card img").First)
            .ToHaveJSPropertyAsync("complete", true, new() { Timeout = BrowserVisit.Patience });
    }

    // Not by a function of ours that waits inside the page: when it has to wait, the page's own policy refuses it.
    private static Task HasFocusAsync(BrowserVisit visit) =>
        Assertions.Expect(visit.Page.Locator("#card")).ToBeFocusedAsync(new() { Timeout = BrowserVisit.Patience });

    private static async Task SoundAsync(BrowserVisit visit)
    {
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('#card img').naturalWidth >= 120"));
        await LayoutShift.AssertNoneAsync(visit.Page);
        await Axe.AssertAccessibleAsync(visit.Page);
    }

    private static async Task<IReadOnlyList<string?>> StandingsAsync(CollegeCase college)
    {
        var standings = new List<string?>();
        for (var index = 0; index < college.Students.Count; index++)
        {
            standings.Add((await college.StudentAsync(index)).GetProperty("collection").GetString());
        }

        return standings;
    }
}
