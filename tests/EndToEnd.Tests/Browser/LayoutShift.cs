using Microsoft.Playwright;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>Asks the browser how much of a page has moved since it was loaded without anybody's doing.</summary>
internal static class LayoutShift
{
    private const string Sum =
        """
        () => new Promise((done) => {
          let sum = 0;
          const places = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              sum += entry.hadRecentInput ? 0 : entry.value;
              places.push(...entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80)));
            }
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum === 0 ? '' : `${sum}: ${places.join(' | ')}`), 300);
        })
        """;

    /// <summary>Asserts that nothing has.</summary>
    public static async Task AssertNoneAsync(IPage page) => Assert.Equal("", await page.EvaluateAsync<string>(Sum));
}
