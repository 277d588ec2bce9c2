using System.Text.Json.Nodes;

namespace PhotoFunctions.Infra.Tests.Templates;

public sealed class NameTests
{
    public static TheoryData<string> Names => Snapshots.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Fits_the_names_that_Azure_takes(string name)
    {
        Assert.Matches("^[a-z0-9]{3,24}$", NameOf("Microsoft.Storage/storageAccounts"));
        Assert.Matches("^[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$", NameOf("Microsoft.KeyVault/vaults"));
        Assert.Matches("^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$", NameOf("Microsoft.Web/sites"));
        Assert.Matches("^[a-zA-Z0-9-]{3,50}$", NameOf("Microsoft.EventGrid/systemTopics"));

        string NameOf(string type) => (string)Snapshots.OfType(name, type).Single()["name"]!;
    }

    [Fact]
    public void Gives_two_installations_of_a_subscription_two_names()
    {
        var accounts = Snapshots.Environments.Keys
            .Where(name => name != "china")
            .ToLookup(name => (string)Snapshots.OfType(name, "Microsoft.Storage/storageAccounts").Single()["name"]!);

        // main and production have the same environment name and region, so they are the same installation.
        Assert.Equal(["dev", "main+production"], accounts.Select(account => string.Join('+', account)).Order());
    }

    [Theory]
    [InlineData("main", "eastasia")]
    [InlineData("production", "eastasia")]
    [InlineData("china", "chinanorth3")]
    public void Stands_in_one_region(string name, string region)
    {
        var elsewhere = from resource in Snapshots.Resources(name)
                        let location = (string?)resource["location"]
                        where location is not null && location != region && location != "global"
                        select resource["id"];

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Speaks_of_no_address_of_Azure_public_in_Azure_China() =>
        Assert.DoesNotContain(
            new[] { "core.windows.net", "azurewebsites.net", "login.microsoftonline.com", "vault.azure.net", "management.azure.com" },
            address => Repository.Read("infra", "china.snapshot.json").Contains(address, StringComparison.Ordinal));

    [Fact]
    public void Uses_in_Azure_China_only_what_is_offered_there()
    {
        var types = Snapshots.Resources("china").Select(resource => (string)resource["type"]!).ToList();

        Assert.DoesNotContain(types, type => type.StartsWith("Microsoft.Communication", StringComparison.Ordinal));
        Assert.DoesNotContain(types, type => type.StartsWith("Microsoft.Consumption", StringComparison.Ordinal));
        JsonNode plan = Snapshots.OfType("china", "Microsoft.Web/serverfarms").Single();
        Assert.Equal("ElasticPremium", (string?)plan["sku"]!["tier"]);
    }
}
