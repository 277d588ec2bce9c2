using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PhotoFunctions.Infra.Tests.Templates;

/// <summary>No secret goes into a template by a parameter, nor out of it.</summary>
public sealed partial class SecretTests(CompiledTemplates templates)
{
    [Fact]
    public async Task Takes_no_secret_by_a_parameter_and_gives_none_away()
    {
        foreach (var template in CompiledTemplates.WithNested(await templates.Main))
        {
            Assert.Empty(Suspects(template));
        }

        Assert.Empty(Suspects(await templates.EventSubscription));
    }

    [Fact]
    public async Task Asks_for_keys_in_one_place_only()
    {
        Assert.DoesNotMatch(ReadsKeys(), (await templates.Main).ToJsonString());
        Assert.Single(ReadsKeys().Matches((await templates.EventSubscription).ToJsonString()));
    }

    [Fact]
    public void Refers_to_the_vault_for_every_setting_that_is_secret()
    {
        string[] secret = ["IndexKey", "EncryptionKeys", "LinkKeys", "AdminKey", "EntraClientSecret", "SmtpPassword"];
        var settings = Snapshots.Environments.Keys.SelectMany(AppSettings.Of).Where(setting => secret.Contains(setting.Key)).ToList();

        Assert.Equal(secret.Order(), settings.Select(setting => setting.Key).Distinct().Order());
        Assert.All(settings, setting => Assert.StartsWith(
            $"[format('@Microsoft.KeyVault(SecretUri={{0}}secrets/{setting.Key})', reference(", setting.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Holds_no_key_in_files_of_parameters_or_snapshots()
    {
        var files = Directory.EnumerateFiles(Repository.Infra).Where(file => Path.GetExtension(file) is ".bicepparam" or ".json");

        Assert.All(files, file => Assert.DoesNotMatch(LooksLikeAKey(), File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("""{"parameters":{"mail":{"type":"securestring"}}}""")]
    [InlineData("""{"parameters":{"smtpPassword":{"type":"string"}}}""")]
    [InlineData("""{"definitions":{"mail":{"type":"object","properties":{"accessKey":{"type":"string"}}}}}""")]
    [InlineData("""{"outputs":{"address":{"type":"string","value":"[listKeys('x', '2024-01-01').keys[0].value]"}}}""")]
    [InlineData("""{"outputs":{"telemetry":{"type":"string","value":"[reference('x').ConnectionString]"}}}""")]
    public void Would_see_a_secret_if_there_were_one(string template) =>
        Assert.NotEmpty(Suspects(JsonNode.Parse(template)!.AsObject()));

    private static List<string> Suspects(JsonObject template) =>
    [
        .. Named(template["parameters"]).Concat(Named(template["definitions"])).Where(IsSuspect).Select(parameter => parameter.Name),
        .. from output in template["outputs"] as JsonObject ?? []
           where IsSuspect((output.Key, output.Value!)) || GivesAway().IsMatch(output.Value!["value"]!.ToJsonString())
           select output.Key,
    ];

    // Parameters, and the members of those that have some.
    private static IEnumerable<(string Name, JsonNode Value)> Named(JsonNode? named) =>
        from pair in named as JsonObject ?? []
        from each in Named(pair.Value!["properties"]).Prepend((Name: pair.Key, Value: pair.Value!))
        select each;

    // Yes and no keep no secret, whatever they are called.
    private static bool IsSuspect((string Name, JsonNode Value) parameter) =>
        ((string?)parameter.Value["type"] ?? "").StartsWith("secure", StringComparison.OrdinalIgnoreCase)
        || ((string?)parameter.Value["type"] != "bool" && NamesASecret().IsMatch(parameter.Name) && parameter.Name != "AZURE_KEY_VAULT");

    [GeneratedRegex("secret|password|key|token|connectionString", RegexOptions.IgnoreCase)]
    private static partial Regex NamesASecret();

    [GeneratedRegex("listKeys|listAccountSas|ConnectionString|InstrumentationKey|primaryKey|sas", RegexOptions.IgnoreCase)]
    private static partial Regex GivesAway();

    [GeneratedRegex(@"\blist[A-Z]\w*\(", RegexOptions.None)]
    private static partial Regex ReadsKeys();

    [GeneratedRegex("[A-Za-z0-9+/]{42,}={1,2}")]
    private static partial Regex LooksLikeAKey();
}
