using System.Text.Json;
using Microsoft.Playwright;
using PhotoFunctions.LocalHost;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>Asks axe-core what is wrong with a page by the rules of WCAG 2.2, levels A and AA.</summary>
internal static class Axe
{
    private const string Look =
        """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
          const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          const places = found.violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(' ')}: ${node.failureSummary}`));
          return JSON.stringify([found.passes.length, places]);
        }
        """;

    private static readonly string Script = Path.Combine(BuildLayout.RepositoryRoot, "node_modules", "axe-core", "axe.min.js");

    /// <summary>Asserts that the page, as it stands now, breaks no rule. A page that no rule looked at is no proof.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        // Evaluated from outside: the page's own policy lets no such script in.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script, TestContext.Current.CancellationToken));
        var told = JsonSerializer.Deserialize<JsonElement[]>(await page.EvaluateAsync<string>(Look))!;
        Assert.NotEqual(0, told[0].GetInt32());
        Assert.Empty(told[1].EnumerateArray().Select(place => place.GetString()));
    }
}
