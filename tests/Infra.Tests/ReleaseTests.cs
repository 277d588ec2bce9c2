using System.Text.RegularExpressions;

namespace PhotoFunctions.Infra.Tests;

/// <summary>What makes a release, as far as it can be held without the forge that runs it.</summary>
public sealed partial class ReleaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Pins_every_action_by_its_commit_with_the_version_beside_it()
    {
        var uses = Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"))
            .SelectMany(file => Uses().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches(@"^(\./\S+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$", action));
    }

    [Fact]
    public void Lets_no_workflow_write_but_where_it_says_so()
    {
        Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows")), file =>
            Assert.Matches(@"(?m)^permissions:\n  contents: read$", File.ReadAllText(file)));
    }

    [Fact]
    public void Has_its_version_in_one_place()
    {
        var stated = Directory.EnumerateFiles(Repository.Root, "*.props")
            .Concat(new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)))
            .Where(file => Version().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);

        Assert.Equal(["Directory.Build.props"], stated);
    }

    [Fact]
    public void Names_in_its_promises_tests_that_are_there()
    {
        var named = TestName().Matches(Repository.Read("SECURITY.md")).Select(match => match.Groups[1].Value).ToList();
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(files));
    }

    [Theory]
    [InlineData("99.0.0", "Expected the version of Directory.Build.props, ")]
    [InlineData(null, "Expected a section '## ")]
    public async Task Packs_no_version_that_is_not_stated_or_not_described(string? version, string refusal)
    {
        using var scratch = new Scratch();
        version ??= Version().Match(Repository.Read("Directory.Build.props")).Groups[1].Value;
        Assert.SkipWhen(refusal.Contains("section", StringComparison.Ordinal) && IsDescribed(version), "This version is described in the changelog.");

        var run = await Tool.RunAsync("bash", ["build/package.sh", version, scratch.Folder], new Dictionary<string, string>(), Cancel);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(refusal, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(scratch.Folder), file => file.EndsWith(".zip", StringComparison.Ordinal));
    }

    private static bool IsDescribed(string version) => Repository.Read("CHANGELOG.md").Contains($"\n## {version}", StringComparison.Ordinal);

    [GeneratedRegex(@"(?m)^\s*-?\s*uses: (.+?)\s*$")]
    private static partial Regex Uses();

    [GeneratedRegex("`([A-Za-z]+Tests)`")]
    private static partial Regex TestName();

    [GeneratedRegex("<Version>([^<]+)</Version>")]
    private static partial Regex Version();
}
