using System.Text.Json.Nodes;

namespace PhotoFunctions.Infra.Tests.Templates;

public sealed class FunctionAppTests(CompiledTemplates templates)
{
    private const double MiB = 1024 * 1024;

    // docs/performance.md: with four photos in flight, under LocalHost.
    private const double AppAtMost = 329 * MiB;

    [Fact]
    public async Task Has_room_for_the_largest_blobs_that_events_let_in()
    {
        var largest = (double)(await templates.EventSubscription)["parameters"]!["largestBytes"]!["defaultValue"]!;
        var host = JsonNode.Parse(Repository.Read("src", "Functions", "host.json"))!;
        var atOnce = (int)host["extensions"]!["blobs"]!["maxDegreeOfParallelism"]!;

        // The host holds the content, its base64 as a string of two bytes a letter, and the body of the call: docs/decisions/0028.
        var needed = AppAtMost + (atOnce * largest * (1 + (2 * 4 / 3.0) + (4 / 3.0)));

        Assert.All(
            new[] { "main", "dev", "production" },
            name => Assert.InRange(needed, 0, ((int)Scale(name)["instanceMemoryMB"]! - 384) * MiB));
    }

    [Fact]
    public void Runs_as_a_custom_handler_from_a_package_that_its_identity_fetches()
    {
        var config = Site("production")["functionAppConfig"]!;

        Assert.Equal(("custom", "1.0"), ((string?)config["runtime"]!["name"], (string?)config["runtime"]!["version"]));
        Assert.Equal("UserAssignedIdentity", (string?)config["deployment"]!["storage"]!["authentication"]!["type"]);
        Assert.Contains("packages", (string?)config["deployment"]!["storage"]!["value"], StringComparison.Ordinal);
        Assert.Null(Site("china")["functionAppConfig"]);
    }

    [Fact]
    public void Keeps_an_instance_ready_for_photos_but_where_it_is_only_tried()
    {
        var ready = Assert.Single(Scale("production")["alwaysReady"]!.AsArray())!;

        Assert.Equal(("blob", 1), ((string?)ready["name"], (int)ready["instanceCount"]!));
        Assert.Empty(Scale("dev")["alwaysReady"]!.AsArray());
    }

    [Theory]
    [InlineData("production")]
    [InlineData("china")]
    public void Lets_nobody_in_by_http_or_a_publishing_password(string name)
    {
        Assert.True((bool)Site(name)["httpsOnly"]!);
        var passwords = Snapshots.OfType(name, "Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(2, passwords.Count);
        Assert.All(passwords, policy => Assert.False((bool)policy["properties"]!["allow"]!));
    }

    [Theory]
    [InlineData("production")]
    [InlineData("china")]
    public void Reads_its_secrets_as_the_identity_that_has_the_role(string name)
    {
        var identity = (string)Snapshots.OfType(name, "Microsoft.ManagedIdentity/userAssignedIdentities").Single()["id"]!;

        Assert.Equal(identity, (string?)Site(name)["keyVaultReferenceIdentity"]);
        Assert.True((bool)Snapshots.OfType(name, "Microsoft.KeyVault/vaults").Single()["properties"]!["enablePurgeProtection"]!);
    }

    private static JsonNode Site(string name) => Snapshots.OfType(name, "Microsoft.Web/sites").Single()["properties"]!;

    private static JsonNode Scale(string name) => Site(name)["functionAppConfig"]!["scaleAndConcurrency"]!;
}
