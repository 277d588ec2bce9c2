using Microsoft.Playwright;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>The machine's own browser; none is downloaded. Where there is none, the tests are skipped and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A browser that knows nothing of the others, as large as a phone unless told otherwise.</summary>
    internal async Task<BrowserVisit> VisitAsync(Uri app, Action<BrowserNewContextOptions>? change = null)
    {
        Assert.SkipWhen(_browser is null, $"No browser at {Executable}: apt-get install chromium fonts-noto-cjk");
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            DeviceScaleFactor = 2,
            IsMobile = true,
            HasTouch = true,
        };
        change?.Invoke(options);
        var context = await _browser.NewContextAsync(options);
        return new BrowserVisit(context, await context.NewPageAsync(), app);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
