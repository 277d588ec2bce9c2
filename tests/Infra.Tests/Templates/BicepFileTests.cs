namespace PhotoFunctions.Infra.Tests.Templates;

public sealed class BicepFileTests
{
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("event-subscription.bicep")]
    public async Task Compiles_without_a_word_of_the_linter(string file)
    {
        var run = await Bicep.RunAsync(null, "lint", Path.Combine(Repository.Infra, file));

        Assert.Equal((0, ""), (run.ExitCode, run.All.Trim()));
    }

    [Fact]
    public async Task Refuses_what_the_linter_dislikes_as_an_error()
    {
        using var copy = new Scratch();
        File.Copy(Path.Combine(Repository.Infra, "bicepconfig.json"), Path.Combine(copy.Folder, "bicepconfig.json"));
        var file = Path.Combine(copy.Folder, "wrong.bicep");
        await File.WriteAllTextAsync(file, "param unused string\n", TestContext.Current.CancellationToken);

        var run = await Bicep.RunAsync(null, "lint", file);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("no-unused-params", run.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*.bicep")]
    [InlineData("*.bicepparam")]
    public async Task Is_written_as_the_formatter_writes(string kind)
    {
        using var copy = new Scratch();
        Repository.Copy(Repository.Infra, copy.Folder);

        var run = await Bicep.RunAsync(null, "format", "--pattern", Path.Combine(copy.Folder, "**", kind));

        Assert.True(run.ExitCode == 0, run.All);
        var files = Directory.GetFiles(copy.Folder, kind, SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(
            Repository.Read("infra", Path.GetRelativePath(copy.Folder, file)), File.ReadAllText(file)));
    }

    [Fact]
    public void Is_used_by_the_whole_or_by_a_hook()
    {
        var texts = Directory.EnumerateFiles(Repository.Infra, "*", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "azure.yaml"))
            .Where(file => Path.GetExtension(file) is not ".md" and not ".json")
            .ToDictionary(file => file, File.ReadAllText);

        var files = texts.Keys.Where(file => Path.GetExtension(file) is ".bicep" or ".sh" && Path.GetFileName(file) != "deploy-package.sh");

        Assert.All(files.Where(file => Path.GetFileName(file) != "main.bicep"), file => Assert.Contains(
            texts, other => other.Key != file && other.Value.Contains(Path.GetFileName(file), StringComparison.Ordinal)));
    }
}
