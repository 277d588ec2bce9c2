namespace PhotoFunctions.Infra.Tests.Templates;

public sealed class SnapshotTests
{
    public static TheoryData<string> Names => Snapshots.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Makes_what_the_committed_snapshot_shows(string name)
    {
        // UPDATE_SNAPSHOTS=1 dotnet test tests/Infra.Tests: then read the difference.
        var mode = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" ? "overwrite" : "validate";

        var run = await Snapshots.RunAsync(Path.Combine(Repository.Infra, $"{name}.bicepparam"), mode, Snapshots.Environments[name]);

        Assert.True(run.ExitCode == 0, run.All);
        Assert.NotEmpty(Snapshots.Resources(name));
    }

    [Fact]
    public void Has_a_snapshot_of_every_file_of_parameters()
    {
        var files = Directory.EnumerateFiles(Repository.Infra, "*.bicepparam").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Snapshots.Environments.Keys.Order(), files.Order());
    }

    [Theory]
    [InlineData("dev", "AZURE_PRINCIPAL_ID")]
    [InlineData("production", "ALERT_RECIPIENTS")]
    public async Task Refuses_to_deploy_without_what_only_the_college_knows(string name, string variable)
    {
        var environment = new Dictionary<string, string>(Snapshots.Environments[name]);
        environment.Remove(variable);

        var run = await Bicep.RunAsync(environment, "build-params", Path.Combine(Repository.Infra, $"{name}.bicepparam"), "--stdout");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(variable, run.All, StringComparison.Ordinal);
    }
}
