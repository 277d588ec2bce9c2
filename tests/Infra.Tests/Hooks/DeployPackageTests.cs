namespace PhotoFunctions.Infra.Tests.Hooks;

public sealed class DeployPackageTests : IDisposable
{
    private const string Hook = "deploy-package.sh";
    private readonly HookRig _rig = new();
    private readonly Scratch _copy = new();

    public DeployPackageTests()
    {
        Repository.Copy(Path.Combine(Repository.Infra, "hooks"), Path.Combine(_copy.Folder, "infra", "hooks"));
        _rig.Settings["APP_PLAN"] = "premium";
    }

    [Fact]
    public async Task Brings_the_package_to_Elastic_Premium_and_tells_the_platform()
    {
        Publish();

        var run = await _rig.RunInAsync(_copy.Folder, Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["account", "zip", "storage", "functionapp", "rest"], _rig.Calls.Select(call => call.Split(' ')[0]));
        Assert.Contains("--account-name stphoto --container-name packages --name app.zip", _rig.Calls[2], StringComparison.Ordinal);
        Assert.Contains("--auth-mode login", _rig.Calls[2], StringComparison.Ordinal);
        Assert.Contains("/func-photos/syncfunctiontriggers?", _rig.Calls[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hands_the_package_to_Flex_Consumption()
    {
        Publish();
        _rig.Settings["APP_PLAN"] = "flex";

        var run = await _rig.RunInAsync(_copy.Folder, Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["account", "zip", "functionapp"], _rig.Calls.Select(call => call.Split(' ')[0]));
        Assert.StartsWith(
            "functionapp deployment source config-zip --resource-group rg-photos --name func-photos", _rig.Calls[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_plan_that_it_does_not_know()
    {
        Publish();
        _rig.Settings["APP_PLAN"] = "basic";

        var run = await _rig.RunInAsync(_copy.Folder, Hook);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("expected flex or premium", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_to_build_what_is_missing()
    {
        var run = await _rig.RunInAsync(_copy.Folder, Hook);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("sh infra/hooks/prepackage.sh", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _rig.Dispose();
        _copy.Dispose();
    }

    private void Publish()
    {
        var program = Path.Combine(_copy.Folder, "dist", "PhotoFunctions");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        File.WriteAllText(program, "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
