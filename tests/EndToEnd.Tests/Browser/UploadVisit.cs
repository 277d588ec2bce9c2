using System.Globalization;
using Microsoft.Playwright;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>Somebody at the upload page: what they do, and what they see.</summary>
internal sealed class UploadVisit(BrowserVisit visit, Uri app, string cohort, string teachingPoint)
{
    // A cut is in a browser's console whatever a page does about it.
    private const string CutOff = "Failed to load resource";

    public IPage Page => visit.Page;

    public Task OpenAsync(string query = "") =>
        Page.GotoAsync(new Uri(app, $"api/desk/{cohort}/{teachingPoint}/upload{query}").AbsoluteUri);

    public Task ChooseAsync(params (string Name, byte[] Content)[] files) => Page.Locator("#files").SetInputFilesAsync(files.Select(
        file => new FilePayload { Name = file.Name, MimeType = "application/octet-stream", Buffer = file.Content }));

    public Task ChooseFolderAsync(string folder) => Page.Locator("#folder").SetInputFilesAsync(folder);

    /// <summary>Presses the button as soon as so many photos may go.</summary>
    public async Task SendAsync(int photos)
    {
        await visit.SeesAsync(string.Create(CultureInfo.InvariantCulture, $"上传{photos}张照片"), "#start");
        await Page.Locator("#start").ClickAsync();
    }

    /// <summary>The line of a file.</summary>
    public ILocator Line(string name) => Page.Locator("#photos > li").Filter(new() { Has = Page.Locator("bdi").GetByText(name, new() { Exact = true }) });

    public Task SeesAsync(string text, string name) =>
        Assertions.Expect(Line(name)).ToContainTextAsync(text, new() { Timeout = BrowserVisit.Patience });

    /// <summary>Waits until a figure of the page is a number.</summary>
    public Task SeesFigureAsync(string figure, int number, float patience = BrowserVisit.Patience) =>
        Assertions.Expect(Page.Locator($"[data-figure={figure}]"))
            .ToHaveTextAsync(number.ToString(CultureInfo.InvariantCulture), new() { Timeout = patience });

    /// <summary>Asserts that the page is quiet, but for requests that were cut or refused on purpose.</summary>
    public void AssertQuietButForCuts(Uri storage)
    {
        Assert.All(visit.TakeComplaints(), complaint => Assert.StartsWith(CutOff, complaint, StringComparison.Ordinal));
        visit.AssertQuiet(new Uri(app, "api/"), storage);
    }
}
