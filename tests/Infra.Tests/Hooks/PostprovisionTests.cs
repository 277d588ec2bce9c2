using System.Text.RegularExpressions;

namespace PhotoFunctions.Infra.Tests.Hooks;

public sealed partial class PostprovisionTests : IDisposable
{
    private const string Hook = "postprovision.sh";
    private readonly HookRig _rig = new();

    [Fact]
    public async Task Makes_the_three_data_keys_in_an_empty_vault()
    {
        var run = await _rig.RunAsync(Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(32, Convert.FromBase64String(_rig.Secret("IndexKey")).Length);
        Assert.Matches(NamedKey(), _rig.Secret("EncryptionKeys"));
        Assert.Matches(NamedKey(), _rig.Secret("LinkKeys"));
        Assert.Equal(3, Secrets().Distinct().Count());
        Assert.All(_rig.Lines("modes"), mode => Assert.Equal("600", mode));
    }

    [Fact]
    public async Task Leaves_keys_alone_that_are_there()
    {
        _rig.Answer("names", "LinkKeys", "IndexKey");

        var run = await _rig.RunAsync(Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("--name EncryptionKeys", Assert.Single(Made()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_nothing_at_the_second_run()
    {
        await _rig.RunAsync(Hook);
        var first = Secrets();

        var run = await _rig.RunAsync(Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, Made().Length);
        Assert.Equal(first, Secrets());
    }

    [Fact]
    public async Task Shows_no_key_on_the_screen_or_a_command_line_and_leaves_none_on_the_disk()
    {
        _rig.Settings["APP_HAS_ADMIN_SETTING"] = "true";

        var run = await _rig.RunAsync(Hook);

        var seen = run.All + string.Join('\n', _rig.Calls);
        Assert.All(
            Secrets().Append(_rig.Secret("AdminKey")),
            secret => Assert.DoesNotContain(secret[^40..], seen, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_rig.Temporary));
    }

    [Fact]
    public async Task Makes_the_first_administrators_key_where_the_app_asks_for_one()
    {
        _rig.Settings["APP_HAS_ADMIN_SETTING"] = "true";

        var run = await _rig.RunAsync(Hook);

        Assert.Equal(64, _rig.Secret("AdminKey").Length);
        Assert.Contains("secret show --vault-name kv-photo --name AdminKey", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_app_of_new_keys_only()
    {
        await _rig.RunAsync(Hook);
        await _rig.RunAsync(Hook);

        var told = Assert.Single(_rig.Calls, call => call.StartsWith("rest ", StringComparison.Ordinal));
        Assert.Contains("/func-photos/config/configreferences/appsettings/refresh", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_no_new_key_in_place_of_a_deleted_one()
    {
        _rig.Answer("deleted", "IndexKey");

        var run = await _rig.RunAsync(Hook);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Empty(Made());
        Assert.Contains("az keyvault secret recover --vault-name kv-photo --name IndexKey", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_until_the_vault_lets_it_in()
    {
        _rig.Answer("refusals", "once", "twice");

        var run = await _rig.RunAsync(Hook);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, Made().Length);
    }

    [Fact]
    public async Task Names_the_role_when_the_vault_does_not_let_it_in()
    {
        _rig.Answer("refusals", "1", "2", "3", "4");

        var run = await _rig.RunAsync(Hook);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Empty(Made());
        Assert.Contains("Key Vault Secrets Officer", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_the_subscription_of_the_deployment()
    {
        await _rig.RunAsync(Hook);

        Assert.All(
            _rig.Calls.Where(call => !call.StartsWith("account show", StringComparison.Ordinal)),
            call => Assert.EndsWith("--subscription the-subscription", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_what_is_missing()
    {
        _rig.Answer("signed-out");
        var signedOut = await _rig.RunAsync(Hook);
        _rig.Settings.Remove("AZURE_KEY_VAULT");
        var unset = await _rig.RunAsync(Hook);

        Assert.Contains("az login", signedOut.Errors, StringComparison.Ordinal);
        Assert.Contains("AZURE_KEY_VAULT is not set", unset.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(0, new[] { signedOut.ExitCode, unset.ExitCode });
    }

    public void Dispose() => _rig.Dispose();

    private string[] Made() => [.. _rig.Calls.Where(call => call.StartsWith("keyvault secret set", StringComparison.Ordinal))];

    private string[] Secrets() => [_rig.Secret("IndexKey"), _rig.Secret("EncryptionKeys"), _rig.Secret("LinkKeys")];

    [GeneratedRegex("^k1:[A-Za-z0-9+/]{43}=$")]
    private static partial Regex NamedKey();
}
