using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>Browsers of the college's people, as large as a phone or as a desk's screen, signed in once each.</summary>
internal sealed class CollegeTour(Chromium chromium, Uri app)
{
    // Of all tests that share a demo; a key may sign in ten times a minute.
    private static readonly ConcurrentDictionary<(Uri App, string Key), string> Sessions = new();

    /// <summary>A browser that is signed in with a key.</summary>
    public async Task<BrowserVisit> VisitAsync(string key, bool isPhone)
    {
        if (!Sessions.TryGetValue((app, key), out var session))
        {
            await using var first = await chromium.VisitAsync(app);
            await first.Page.GotoAsync(new Uri(app, "api/sign-in").AbsoluteUri);
            await first.Page.GetByLabel("访问密钥").FillAsync(key);
            await first.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
            await first.Page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
            Sessions[(app, key)] = session = await first.Page.Context.StorageStateAsync();
        }

        return await chromium.VisitAsync(app, options =>
        {
            options.StorageState = session;
            if (!isPhone)
            {
                (options.IsMobile, options.HasTouch, options.DeviceScaleFactor) = (false, false, 1);
                options.ViewportSize = new ViewportSize { Width = 1280, Height = 900 };
            }
        });
    }
}
