using System.Reflection;
using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Results;

public sealed partial class FailureCodesTests
{
    private static readonly string[] Codes =
    [
        .. typeof(FailureCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void Are_kebab_case() => Assert.All(Codes, code => Assert.Matches(KebabCase(), code));

    [Fact]
    public void Are_unique() => Assert.Distinct(Codes);

    [Fact]
    public void Have_one_heading_each_in_the_errors_document()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "errors.md"));
        var headings = Heading().Matches(document).Select(match => match.Groups["text"].Value.TrimEnd());

        Assert.Equal(Codes.Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PhotoFunctions.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Expected PhotoFunctions.sln above the tests but found none.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("^## (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
