using System.Text;
using Microsoft.Playwright;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>The upload page in a real browser, through LocalHost, into the pipeline.</summary>
public sealed class UploadPageTests(PipelineHost host, Chromium chromium) : IClassFixture<PipelineHost>, IClassFixture<Chromium>
{
    private const string Script = "<img src=x onerror=alert(1)>.jpg";

    private UploadDesk Desk => field ??= new UploadDesk(host, chromium);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tells_of_every_file_what_it_is_and_what_became_of_it(bool isPhone)
    {
        var (visit, page) = await Desk.OpenAsync(isPhone);
        await using var closing = visit;
        var dialogs = 0;
        visit.Page.Dialog += (_, _) => dialogs++;
        var (good, twice, heic, small) = (Desk.Take(), Desk.Take(), Desk.Take(), Desk.Take());

        await page.ChooseAsync(
            ($"{good.NationalId}.jpg", host.TakePortrait()),
            ($"{FullWidth(twice.NationalId)}.jpg", [1]),
            ($"{twice.NationalId}.jpg", host.TakePortrait()),
            ($"{twice.NationalId}.jpeg", host.TakePortrait()),
            ($"{heic.NationalId}.jpg", SampleFiles.File("heic")),
            ($"{small.NationalId}.jpg", SampleFiles.File("too-small")),
            ("1.jpg", SampleFiles.File("empty")),
            (Script, host.TakePortrait()),
            ("Thumbs.db", [1]));

        await page.SeesAsync("与“", $"{twice.NationalId}.jpg");
        await page.SeesAsync("同一身份证号", $"{twice.NationalId}.jpeg");
        await page.SeesAsync("不是照片", $"{FullWidth(twice.NationalId)}.jpg");
        await page.SeesAsync("HEIC", $"{heic.NationalId}.jpg");
        await page.SeesAsync("文件是空的", "1.jpg");
        await page.SeesAsync("文件名不是有效的身份证号", Script);
        await visit.SeesAsync("另有1个文件不是照片", "#passed");
        await visit.KeepAsync($"upload-chosen-{isPhone}");
        await page.Line($"{twice.NationalId}.jpeg").GetByRole(AriaRole.Button, new() { Name = "移出列表" }).ClickAsync();
        await page.SendAsync(3);

        await page.SeesAsync("审核通过", $"{good.NationalId}.jpg");
        await page.SeesAsync("审核通过", $"{twice.NationalId}.jpg");
        await page.SeesAsync("照片尺寸不符", $"{small.NationalId}.jpg");
        await Assertions.Expect(page.Line($"{good.NationalId}.jpg").GetByRole(AriaRole.Link))
            .ToHaveAttributeAsync("href", $"/api/dashboard/{PipelineHost.Cohort}/students/{good.Number}");
        await page.Line($"{good.NationalId}.jpg").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Line($"{good.NationalId}.jpg").GetByRole(AriaRole.Img)).ToBeVisibleAsync(new() { Timeout = BrowserVisit.Patience });
        await visit.SeesAsync("全部完成：审核通过2张", "#said");
        await visit.KeepAsync($"upload-done-{isPhone}");
        Assert.Equal(0, dialogs);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        await LayoutShift.AssertNoneAsync(visit.Page);
        await Axe.AssertAccessibleAsync(visit.Page);
        visit.AssertQuiet(Desk.Places);
    }

    [Fact]
    public async Task Is_used_with_the_keyboard_alone_in_English()
    {
        var (visit, page) = await Desk.OpenAsync(isPhone: false, "?language=en");
        await using var closing = visit;
        var student = Desk.Take();
        Assert.DoesNotMatch("[一-龥]", await visit.Page.Locator("#upload").InnerTextAsync());

        await visit.Page.Locator("summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(new FilePayload { Name = $"{student.NationalId}.jpg", MimeType = "image/jpeg", Buffer = host.TakePortrait() });
        await visit.SeesAsync("Send them: 1", "#start");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        await page.SeesAsync("Accepted", $"{student.NationalId}.jpg");
        visit.AssertQuiet(Desk.Places);
    }

    [Fact]
    public async Task Takes_files_that_are_dropped()
    {
        var (visit, page) = await Desk.OpenAsync(isPhone: false);
        await using var closing = visit;
        var student = Desk.Take();
        var dropped = await visit.Page.EvaluateHandleAsync(
            """
            ([name, content]) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
              return data;
            }
            """,
            new[] { $"{student.NationalId}.jpg", Convert.ToBase64String(host.TakePortrait()) });

        await visit.Page.DispatchEventAsync("#drop", "drop", new { dataTransfer = dropped });
        await page.SendAsync(1);

        await page.SeesAsync("审核通过", $"{student.NationalId}.jpg");
        visit.AssertQuiet(Desk.Places);
    }

    [Fact]
    public async Task Says_without_scripts_what_else_to_do()
    {
        // As it is sent: a browser that is told to run no scripts still reads the page as one that would.
        var html = await Desk.Admin.GetStringAsync(
            new Uri($"api/desk/{PipelineHost.Cohort}/{UploadDesk.Point}/upload", UriKind.Relative), TestContext.Current.CancellationToken);

        var plain = html[html.IndexOf("<noscript>", StringComparison.Ordinal)..html.IndexOf("</noscript>", StringComparison.Ordinal)];
        Assert.Contains($"uploads/{PipelineHost.Cohort}/{UploadDesk.Point}/", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    private static string FullWidth(string id) => new StringBuilder(id).Replace('0', '０').Replace('1', '１').Replace('X', 'x').ToString();
}
