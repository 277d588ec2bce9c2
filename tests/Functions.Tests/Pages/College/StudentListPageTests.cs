using System.Net;
using System.Text.RegularExpressions;

namespace PhotoFunctions.Functions.Tests.Pages.College;

public sealed partial class StudentListPageTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Shows_an_administrator_all_and_a_teaching_point_its_own()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSL1");
        using var admin = await page.OpenAsync();
        using var teacher = await page.OpenAsync("TP1");

        Assert.Equal(["S1", "S2", "S3"], Numbers(await PageCase.ReadAsync(admin, page.Dashboard())));
        Assert.Equal(["S1", "S2"], Numbers(await PageCase.ReadAsync(teacher, page.Dashboard())));
        Assert.Equal(["S1", "S2"], Numbers(await PageCase.ReadAsync(teacher, page.Dashboard("?teachingPoint=TP2"))));
        Assert.Equal(["S3"], Numbers(await PageCase.ReadAsync(admin, page.Dashboard("?teachingPoint=TP2&sort=className"))));
    }

    [Fact]
    public async Task Filters_as_the_API_does_and_passes_over_what_it_does_not_know()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSL2");
        await page.UploadAsync(TestIds.First);
        using var admin = await page.OpenAsync();

        Assert.Equal(["S1"], Numbers(await PageCase.ReadAsync(admin, page.Dashboard("?collection=accepted&stage=&nonsense=1"))));
        Assert.Equal(["S2", "S3"], Numbers(await PageCase.ReadAsync(admin, page.Dashboard("?collection=awaiting&numberPrefix=S"))));
        var none = await PageCase.ReadAsync(admin, page.Dashboard("?verification=filed"));
        Assert.Empty(Numbers(none));
        Assert.Contains("没有符合条件的学生", none, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?collection=whatever")]
    [InlineData("?numberPrefix=%3Cb%3E")]
    [InlineData("?continuation=abc")]
    public async Task Says_what_is_wrong_with_a_filter_and_keeps_the_form(string query)
    {
        using var page = await PageCase.CreateAsync(emulator, $"PSL3{query.Length}");
        using var admin = await page.OpenAsync();

        var text = await PageCase.ReadAsync(admin, page.Dashboard(query), HttpStatusCode.BadRequest);

        Assert.Contains("role=\"alert\"", text, StringComparison.Ordinal);
        Assert.Contains("<form method=\"get\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_who_wants_another_order_of_the_whole_cohort_to_choose_a_teaching_point()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSL4");
        using var admin = await page.OpenAsync();

        var text = await PageCase.ReadAsync(admin, page.Dashboard("?sort=className"));

        Assert.Contains("先选择教学点", text, StringComparison.Ordinal);
        Assert.Equal(["S1", "S2", "S3"], Numbers(text));
    }

    [Fact]
    public async Task Shows_names_as_text_and_speaks_English_when_asked()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSL5");
        using var admin = await page.OpenAsync();

        var text = await PageCase.ReadAsync(admin, page.Dashboard("?language=en"));

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.Contains("<h1>Students</h1>", text, StringComparison.Ordinal);
    }

    private static List<string> Numbers(string page) => [.. Number().Matches(page).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<th scope=\"row\"><a href=\"[^\"]*\">(.*?)</a>")]
    private static partial Regex Number();
}
