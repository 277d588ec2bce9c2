using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PhotoFunctions.Infra.Tests.Templates;

/// <summary>Holds the list of who is given which role against what the templates make.</summary>
public sealed partial class RoleTests(CompiledTemplates templates)
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments";
    private const string Definition = "Microsoft.Authorization/roleDefinitions";
    private static readonly string[] Everywhere = [.. Snapshots.Environments.Keys];

    [Fact]
    public void Gives_no_role_that_is_not_on_the_list_and_lists_none_that_is_not_given()
    {
        var given = Given().Select(role => (role.Who, role.Id)).Distinct();

        Assert.Equal(Listed().Select(role => (role.Who, role.Id)).Order(), given.Order());
    }

    [Fact]
    public void Lists_each_with_a_reason_and_its_source() =>
        Assert.All(Listed(), role => Assert.True(role.Why.Length > 20 && role.Source.Length > 10, $"{role.Who} has no reason or source."));

    [Fact]
    public async Task Shows_every_role_of_the_templates_in_a_snapshot()
    {
        var made = from template in CompiledTemplates.WithNested(await templates.Main)
                   from resource in CompiledTemplates.Resources(template)
                   where (string?)resource["type"] == Assignment
                   select resource;

        // Three of the app's on the storage account are one resource, a loop.
        Assert.Equal(Given().Select(role => role.Who).Distinct().Count(), made.Count() + 2);
    }

    [Fact]
    public void Gives_each_role_on_what_its_description_says()
    {
        Assert.All(Given(), role => Assert.Contains(
            role.Who switch
            {
                _ when role.Who.EndsWith("on the storage account", StringComparison.Ordinal) => "/storageAccounts/stphoto",
                _ when role.Who.EndsWith("on the vault", StringComparison.Ordinal) => "/vaults/kv-photo",
                _ when role.Who.EndsWith("on Application Insights", StringComparison.Ordinal) => "/components/appi-photos",
                _ when role.Who.EndsWith("on the communication service", StringComparison.Ordinal) => "/communicationServices/acs-photos",
                _ when role.Who.EndsWith("on the container packages", StringComparison.Ordinal) => "/containers/packages/",
                _ when role.Who.EndsWith("on the container deadletter", StringComparison.Ordinal) => "/containers/deadletter/",
                _ => "/containers/uploads/",
            },
            role.Scope,
            StringComparison.Ordinal));
        Assert.All(
            Given().Where(role => role.Who.StartsWith("app: ", StringComparison.Ordinal)),
            role => Assert.Contains("/userAssignedIdentities/id-photos-", role.Principal, StringComparison.Ordinal));
    }

    [Fact]
    public void Binds_a_teaching_point_to_its_own_folder_of_the_inbox()
    {
        var (role, properties) = Snapshots.OfType("production", Assignment)
            .Select(resource => (Id: (string)resource["id"]!, Properties: resource["properties"]!))
            .Single(resource => resource.Properties["condition"] is not null);

        Assert.Contains("/blobServices/default/containers/uploads/providers/", role, StringComparison.Ordinal);
        Assert.Equal("2.0", (string?)properties["conditionVersion"]);
        Assert.Equal(
            "((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'})"
            + " AND !(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'}))"
            + " OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'uploads'"
            + " AND @Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringStartsWith '2026/TP012/'))",
            (string?)properties["condition"]);
        var allowed = Snapshots.OfType("production", Definition)
            .Single(own => properties["roleDefinitionId"]!.ToString().EndsWith((string)own["name"]!, StringComparison.Ordinal));
        var permission = Assert.Single(allowed["properties"]!["permissions"]!.AsArray())!;
        Assert.Empty(permission["actions"]!.AsArray());
        Assert.All(permission["dataActions"]!.AsArray(), action => Assert.Matches("/blobs/(write|add/action)$", action!.ToString()));
    }

    [Theory]
    [InlineData("2026", "TP'012")]
    [InlineData("2026/TP013", "TP012")]
    [InlineData("2026", "*")]
    public async Task Refuses_codes_that_would_change_what_the_condition_says(string cohort, string teachingPoint)
    {
        using var copy = new Scratch();
        Repository.Copy(Repository.Infra, copy.Folder);
        var environment = new Dictionary<string, string>(Snapshots.Environments["production"])
        {
            ["TEACHING_POINT_ACCESS"] = Snapshots.TeachingPoint(cohort, teachingPoint),
        };

        var run = await Snapshots.RunAsync(Path.Combine(copy.Folder, "production.bicepparam"), "overwrite", environment);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Expected letters, digits, - and _", run.All, StringComparison.Ordinal);
    }

    private static List<(string Who, string Id, string Scope, string Principal)> Given() =>
    [
        .. from name in Everywhere
           from resource in Snapshots.OfType(name, Assignment)
           let properties = resource["properties"]!
           let who = Generic((string)properties["description"]!)
           select (who, RoleOf(name, properties), (string)resource["id"]!, (string)properties["principalId"]!),
    ];

    // The id of a role that Azure has built in, or the file that makes it.
    private static string RoleOf(string name, JsonNode assignment)
    {
        var id = ((string)assignment["roleDefinitionId"]!).Split('/')[^1];
        var own = Snapshots.OfType(name, Definition).SingleOrDefault(role => (string?)role["name"] == id);
        return own is null ? id
            : own["properties"]!["roleName"]!.ToString().Contains("uploader", StringComparison.Ordinal)
                ? "made by modules/teaching-point-access.bicep"
            : "made by modules/communication.bicep";
    }

    private static string Generic(string description) =>
        description.Replace("uploads/2026/TP012/", "uploads/{cohort}/{teachingPoint}/", StringComparison.Ordinal);

    private static List<(string Who, string Id, string Why, string Source)> Listed() =>
    [
        .. from Match row in Row().Matches(Repository.Read("infra", "roles.md"))
           let cells = row.Groups[1].Value.Split(" | ")
           where cells is [not "who: role on what", _, _, _]
           select (cells[0], cells[1], cells[2], cells[3]),
    ];

    [GeneratedRegex(@"^\| (\S.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
