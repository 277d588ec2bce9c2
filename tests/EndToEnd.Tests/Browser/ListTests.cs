using Microsoft.Playwright;
using PhotoFunctions.EndToEnd.Tests.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>What a teaching point downloads and prints, in a real browser.</summary>
public sealed class ListTests(PipelineHost host, Chromium chromium) : IClassFixture<PipelineHost>, IClassFixture<Chromium>
{
    private CollegeTour Tour => field ??= new CollegeTour(chromium, host.Address);

    private string Point => host.Roster[0].TeachingPoint;

    private string Lists => new Uri(host.Address, $"api/desk/{PipelineHost.Cohort}/{Point}/lists").AbsoluteUri;

    [Theory]
    [InlineData("信封名单（按班级）", "下载xlsx", "envelopes.xlsx")]
    [InlineData("信封名单（按班级）", "下载csv", "envelopes.csv")]
    [InlineData("学生状态表", "下载xlsx", "status.xlsx")]
    [InlineData("照片包", "下载zip", "photos.zip")]
    [InlineData("勘误表与补印表", "下载xlsx", "erratum-forms.zip")]
    [InlineData("邮寄地址", "下载csv", "addresses.csv")]
    public async Task A_list_arrives_under_its_name(string title, string button, string file)
    {
        await using var visit = await Tour.VisitAsync(PipelineHost.AdminKey, isPhone: false);
        await visit.Page.GotoAsync(Lists);
        var card = Explained(visit, title);
        await FillAsync(card);

        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => card.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());

        Assert.Equal($"{PipelineHost.Cohort}-{Point}-{file}", download.SuggestedFilename);
        Assert.Null(await download.FailureAsync());
        Assert.True(new FileInfo(await download.PathAsync()).Length > 0);
        visit.AssertQuiet(new Uri(host.Address, "api/"));
    }

    [Fact]
    public async Task Nothing_is_sent_without_a_reason()
    {
        await using var visit = await Tour.VisitAsync(PipelineHost.AdminKey, isPhone: true);
        await visit.Page.GotoAsync(Lists);
        var card = Explained(visit, "学生状态表");

        await card.GetByRole(AriaRole.Button, new() { Name = "下载csv" }).ClickAsync();

        Assert.True(await card.GetByLabel("用途").EvaluateAsync<bool>(
            "field => field === document.activeElement && field.validity.valueMissing"));
        Assert.Equal(Lists, visit.Page.Url);
        await Axe.AssertAccessibleAsync(visit.Page);
        await LayoutShift.AssertNoneAsync(visit.Page);
        await visit.KeepAsync("lists-phone");
    }

    [Fact]
    public async Task Envelopes_are_printed_a_page_for_each_class()
    {
        await using var visit = await Tour.VisitAsync(PipelineHost.AdminKey, isPhone: false);
        await visit.Page.GotoAsync(Lists);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await visit.Page.Locator("header.bar").IsVisibleAsync());
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        var card = Explained(visit, "信封名单（按班级）");
        await FillAsync(card);

        await card.GetByRole(AriaRole.Button, new() { Name = "打印" }).ClickAsync();
        await visit.Page.WaitForURLAsync(address => address.EndsWith("/exports/envelopes", StringComparison.Ordinal));

        var classes = host.Roster.Where(student => student.TeachingPoint == Point).Select(student => student.ClassName).Distinct().Count();
        Assert.Equal(classes, await visit.Page.Locator("section.envelope").CountAsync());
        var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(pdf.AsSpan(0, 8)), StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("PAGE_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "envelopes.pdf"), pdf, TestContext.Current.CancellationToken);
        }

        visit.AssertQuiet(new Uri(host.Address, "api/"));
    }

    private static ILocator Explained(BrowserVisit visit, string title) =>
        visit.Page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    private static async Task FillAsync(ILocator card)
    {
        await card.GetByLabel("用途").FillAsync("整理纸质照片");
        await card.GetByLabel("导出人").FillAsync("王老师");
    }
}
