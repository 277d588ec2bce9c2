using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PhotoFunctions.Infra.Tests.Templates;

public sealed partial class StorageTests
{
    private const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";

    public static TheoryData<string> Names => Snapshots.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Makes_the_containers_that_the_app_uses_and_no_others(string name)
    {
        var code = Path.Combine(Repository.Root, "src", "Functions");
        var used = from file in Directory.EnumerateFiles(code, "*.cs", SearchOption.AllDirectories)
                   from Match call in ContainerName().Matches(File.ReadAllText(file))
                   select call.Groups[1].Value;

        // The host makes its own. The platform, Event Grid and the nightly backup use three that the rest of the app does not name.
        var expected = used.Where(container => container != "azure-webjobs-hosts").Concat(["packages", "deadletter", "backups"]).Distinct();

        Assert.Equal(expected.Order(), Snapshots.OfType(name, Container).Select(container => Last(container)).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lets_nobody_in_without_an_identity_or_a_link(string name)
    {
        var account = Snapshots.OfType(name, "Microsoft.Storage/storageAccounts").Single()["properties"]!;

        Assert.False((bool)account["allowBlobPublicAccess"]!);
        Assert.False((bool)account["allowSharedKeyAccess"]!);
        Assert.True((bool)account["supportsHttpsTrafficOnly"]!);
        Assert.Equal("TLS1_2", (string?)account["minimumTlsVersion"]);
        Assert.All(Snapshots.OfType(name, Container), container => Assert.Equal("None", (string?)container["properties"]!["publicAccess"]));
    }

    [Theory]
    [InlineData("main", "https://func-photos-*.azurewebsites.net")]
    [InlineData("production", "https://photos.college.example")]
    [InlineData("china", "https://photos.college.example")]
    public void Lets_the_pages_of_the_app_put_photos_and_no_others(string name, string origin)
    {
        var rule = Assert.Single(Blobs(name)["cors"]!["corsRules"]!.AsArray())!;

        var shape = Regex.Escape(origin).Replace(@"\*", "[a-z0-9]{13}", StringComparison.Ordinal);
        Assert.Matches($"^{shape}$", (string)Assert.Single(rule["allowedOrigins"]!.AsArray())!);
        Assert.Equal("PUT", (string?)Assert.Single(rule["allowedMethods"]!.AsArray()));
        Assert.Equal("x-ms-blob-type,content-type", string.Join(',', rule["allowedHeaders"]!.AsArray()));
        Assert.Equal("etag,x-ms-error-code", string.Join(',', rule["exposedHeaders"]!.AsArray()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Keeps_nothing_for_long_that_was_erased(string name)
    {
        var blobs = Blobs(name);

        Assert.False((bool)blobs["isVersioningEnabled"]!);
        Assert.False((bool)blobs["changeFeed"]!["enabled"]!);
        Assert.InRange((int)blobs["deleteRetentionPolicy"]!["days"]!, 1, 7);
        Assert.InRange((int)blobs["containerDeleteRetentionPolicy"]!["days"]!, 1, 7);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Protects_seals_and_backups_from_everybody_for_as_long_as_the_documents_say(string name)
    {
        var policies = Snapshots.OfType(name, $"{Container}/immutabilityPolicies")
            .ToDictionary(
                policy => ((string)policy["name"]!).Split('/')[^2],
                policy => (int)policy["properties"]!["immutabilityPeriodSinceCreationInDays"]!);
        var lifecycle = Snapshots.OfType(name, "Microsoft.Storage/storageAccounts/managementPolicies").Single()["properties"]!;
        var rules = lifecycle["policy"]!["rules"]!;
        var deleted = rules.AsArray().ToDictionary(
            rule => ((string)Assert.Single(rule!["definition"]!["filters"]!["prefixMatch"]!.AsArray())!).TrimEnd('/'),
            rule => (int)rule!["definition"]!["actions"]!["baseBlob"]!["delete"]!["daysAfterModificationGreaterThan"]!);

        Assert.Equivalent(new Dictionary<string, int> { ["audit-roots"] = 1098, ["backups"] = 14 }, policies, strict: true);
        Assert.Equivalent(new Dictionary<string, int> { ["backups"] = 30, ["deadletter"] = 7 }, deleted, strict: true);
    }

    private static JsonNode Blobs(string name) =>
        Snapshots.OfType(name, "Microsoft.Storage/storageAccounts/blobServices").Single()["properties"]!;

    private static string Last(JsonObject resource) => ((string)resource["name"]!).Split('/')[^1];

    [GeneratedRegex("GetBlobContainerClient\\(\"([a-z-]+)\"\\)")]
    private static partial Regex ContainerName();
}
