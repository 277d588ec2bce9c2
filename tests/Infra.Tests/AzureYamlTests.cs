using System.Text.RegularExpressions;

namespace PhotoFunctions.Infra.Tests;

public sealed partial class AzureYamlTests
{
    [Fact]
    public void Runs_hooks_that_are_there()
    {
        var hooks = Hook().Matches(Repository.Read("azure.yaml")).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(["infra/hooks/prepackage.sh", "infra/hooks/postprovision.sh", "infra/hooks/postdeploy.sh"], hooks);
        Assert.All(hooks, hook => Assert.True(File.Exists(Path.Combine(Repository.Root, hook)), hook));
    }

    [Fact]
    public void Deploys_the_folder_that_the_hook_publishes_for_Event_Grid()
    {
        Assert.Matches(@"(?m)^    dist: dist$", Repository.Read("azure.yaml"));
        Assert.Contains(
            "dotnet publish src/Functions -c Release -o dist -p:EventGridBlobTrigger=true\n",
            Repository.Read("infra", "hooks", "prepackage.sh"),
            StringComparison.Ordinal);
        Assert.Contains("azd-service-name': 'app'", Repository.Read("infra", "modules", "function-app.bicep"), StringComparison.Ordinal);
        Assert.Matches("(?m)^  app:$", Repository.Read("azure.yaml"));
    }

    [GeneratedRegex(@"run: (infra/\S+)")]
    private static partial Regex Hook();
}
