namespace PhotoFunctions.Infra.Tests.Hooks;

public sealed class PostdeployTests : IDisposable
{
    private const string Hook = "postdeploy.sh";
    private const string Deployment = "deployment group create ";
    private readonly HookRig _rig = new();

    public PostdeployTests()
    {
        _rig.Answer("functions", "func-photos/Api", "func-photos/PhotoUploaded", "func-photos/RetentionDue");
        _rig.Answer("has-key", "True");
    }

    [Fact]
    public async Task Deploys_the_subscription_of_the_topic()
    {
        var run = await _rig.RunAsync(Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "deployment group create --resource-group rg-photos --name event-subscription --template-file infra/event-subscription.bicep "
            + "--output none --parameters functionAppName=func-photos topicName=evgt-photos storageAccountName=stphoto "
            + "--subscription the-subscription",
            Assert.Single(Deployments()));
    }

    [Fact]
    public async Task Brings_the_same_subscription_up_to_date_at_the_second_run()
    {
        await _rig.RunAsync(Hook);
        var run = await _rig.RunAsync(Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, Deployments().Length);
        Assert.Single(Deployments().Distinct());
    }

    [Fact]
    public async Task Waits_for_the_function_and_wakes_the_app_meanwhile()
    {
        _rig.Answer("not-yet", "once", "twice");

        var run = await _rig.RunAsync(Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Single(Deployments());
        Assert.All(
            _rig.Lines("visits"),
            visit => Assert.EndsWith("https://func-photos.example/api/health", visit, StringComparison.Ordinal));
        Assert.True(_rig.Lines("visits").Length >= 3);
    }

    [Fact]
    public async Task Says_to_deploy_first_when_the_function_does_not_come()
    {
        _rig.Answer("functions", "func-photos/Api", "func-photos/PhotoUploadedOld");

        var run = await _rig.RunAsync(Hook);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Empty(Deployments());
        Assert.Contains("PhotoUploaded is not in func-photos: deploy the app first", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_a_missing_system_key_means()
    {
        _rig.Answer("has-key", "False");

        var run = await _rig.RunAsync(Hook);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Empty(Deployments());
        Assert.Contains("no system key blobs_extension", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_again_when_the_app_does_not_greet_in_time()
    {
        _rig.Answer("refusals", "once");

        var run = await _rig.RunAsync(Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, Deployments().Length);
    }

    [Fact]
    public async Task Shows_no_key_even_in_the_words_of_an_error()
    {
        _rig.Answer("refusals", "1", "2", "3", "4");

        var run = await _rig.RunAsync(Hook);

        Assert.NotEqual(0, run.ExitCode);
        Assert.DoesNotContain("the-system-key", run.All + string.Join('\n', _rig.Calls), StringComparison.Ordinal);
        Assert.Contains("/runtime/webhooks/blobs?functionName=x&code=(left out)&more", run.Errors, StringComparison.Ordinal);
        Assert.Contains("photos wait for the five-minute timer", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AZURE_RESOURCE_GROUP")]
    [InlineData("AZURE_FUNCTION_APP")]
    [InlineData("AZURE_EVENT_TOPIC")]
    [InlineData("AZURE_STORAGE_ACCOUNT")]
    [InlineData("APP_ADDRESS")]
    public async Task Names_a_setting_that_is_missing(string setting)
    {
        _rig.Settings.Remove(setting);

        var run = await _rig.RunAsync(Hook);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Empty(_rig.Calls);
        Assert.Contains($"{setting} is not set", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_program_that_is_missing()
    {
        var run = await _rig.RunAsync(Hook, "az");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("az is not installed", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _rig.Dispose();

    private string[] Deployments() => [.. _rig.Calls.Where(call => call.StartsWith(Deployment, StringComparison.Ordinal))];
}
