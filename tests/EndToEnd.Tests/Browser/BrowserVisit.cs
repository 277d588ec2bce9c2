using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>A page in a browser, and all that it asked for and complained about.</summary>
internal sealed class BrowserVisit : IAsyncDisposable
{
    /// <summary>Of a busy machine, in milliseconds.</summary>
    public const float Patience = 180_000;

    private readonly IBrowserContext _context;
    private readonly Uri _app;
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    public BrowserVisit(IBrowserContext context, IPage page, Uri app)
    {
        (_context, Page, _app) = (context, page, app);
        page.Request += (_, request) => _asked.Enqueue(request.Url);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Waits until the page has a title: a tap returns before the next page is there.</summary>
    public Task SeesTitleAsync(string title) =>
        Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync(title, new() { Timeout = Patience });

    /// <summary>Waits until the page says something in a place.</summary>
    public Task SeesAsync(string text, string place) =>
        Assertions.Expect(Page.Locator(place)).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Keeps a picture of the page for people, where PAGE_PICTURES names a folder.</summary>
    public async Task KeepAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PAGE_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    /// <summary>Asserts that nothing was loaded but from these places, students' pages if none is named, and that the browser has nothing to say.</summary>
    public void AssertQuiet(params IReadOnlyList<Uri> places)
    {
        var starts = (places.Count > 0 ? places : [new Uri(_app, "api/student/")]).Select(place => place.AbsoluteUri).ToList();
        Assert.All(_asked, address => Assert.Contains(starts, start => address.StartsWith(start, StringComparison.Ordinal)));
        Assert.Empty(_complaints);
    }

    /// <summary>What the browser complained about so far, for a test that brings it about; it counts no more.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        var taken = new List<string>();
        while (_complaints.TryDequeue(out var complaint))
        {
            taken.Add(complaint);
        }

        return taken;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
