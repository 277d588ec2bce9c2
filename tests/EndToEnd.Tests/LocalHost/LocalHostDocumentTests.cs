using System.Text.RegularExpressions;
using PhotoFunctions.LocalHost;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed partial class LocalHostDocumentTests
{
    [Fact]
    public void Names_only_tests_that_exist()
    {
        var named = TestName().Matches(File.ReadAllText(Path.Combine(BuildLayout.RepositoryRoot, "docs", "local-host.md")))
            .Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value))
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(named, test => Assert.NotNull(
            typeof(LocalHostDocumentTests).Assembly
                .GetType($"{typeof(LocalHostDocumentTests).Namespace}.{test.Class}")?
                .GetMethod(test.Method)));
    }

    [GeneratedRegex("`([A-Za-z]+Tests)\\.(\\w+)`")]
    private static partial Regex TestName();
}
