using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PhotoFunctions.Infra.Tests.Templates;

/// <summary>What each file of parameters would make, as committed beside it.</summary>
internal static class Snapshots
{
    public const string Subscription = "00000000-0000-0000-0000-00000000c01e";

    /// <summary>Quotes stay quotes.</summary>
    public static JsonSerializerOptions AsWritten { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What whoever deploys has in the environment, for each file of parameters.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> Environments { get; } =
        new Dictionary<string, Dictionary<string, string>>
        {
            ["main"] = new()
            {
                ["AZURE_ENV_NAME"] = "photos",
                ["AZURE_LOCATION"] = "eastasia",
            },
            ["dev"] = new()
            {
                ["AZURE_PRINCIPAL_ID"] = Deployer,
            },
            ["production"] = new()
            {
                ["AZURE_PRINCIPAL_ID"] = Deployer,
                ["PUBLIC_ADDRESS"] = "https://photos.college.example/",
                ["TEACHING_POINT_ACCESS"] = TeachingPoint("2026", "TP012"),
                ["MAIL_FROM"] = "photos@mail.college.example",
                ["MAIL_DOMAIN"] = "mail.college.example",
                ["ENTRA_TENANT_ID"] = "00000000-0000-0000-0000-00000000e112",
                ["ENTRA_AUDIENCE"] = "00000000-0000-0000-0000-00000000a0d1",
                ["ENTRA_HAS_CLIENT_SECRET"] = "true",
                ["ALERT_RECIPIENTS"] = """["it@college.example","office@college.example"]""",
                ["MONTHLY_BUDGET"] = "60",
                ["BUDGET_START"] = "2026-12-01",
            },
            ["china"] = new()
            {
                ["AZURE_PRINCIPAL_ID"] = Deployer,
                ["PUBLIC_ADDRESS"] = "https://photos.college.example",
                ["MAIL_FROM"] = "photos@mail.college.example",
                ["SMTP_HOST"] = "smtp.college.example",
                ["SMTP_USER"] = "photos",
                ["ALERT_RECIPIENTS"] = """["it@college.example"]""",
            },
        };

    public static TheoryData<string> Names => new(Environments.Keys);

    private static string Deployer => "00000000-0000-0000-0000-00000000de91";

    public static string TeachingPoint(string cohort, string teachingPoint) => new JsonArray(new JsonObject
    {
        ["principalId"] = "00000000-0000-0000-0000-000000007012",
        ["principalType"] = "ServicePrincipal",
        ["cohort"] = cohort,
        ["teachingPoint"] = teachingPoint,
    }).ToJsonString();

    /// <summary>Compares the committed snapshot with what the templates make now, or replaces it.</summary>
    public static Task<ToolResult> RunAsync(string file, string mode, IReadOnlyDictionary<string, string> environment) => Bicep.RunAsync(
        environment,
        "snapshot",
        file,
        "--mode",
        mode,
        "--subscription-id",
        Subscription,
        "--tenant-id",
        "00000000-0000-0000-0000-00000000e112",
        "--location",
        "eastasia",
        "--deployment-name",
        "photos");

    public static IReadOnlyList<JsonObject> Resources(string name)
    {
        var snapshot = JsonNode.Parse(Repository.Read("infra", $"{name}.snapshot.json"))!;
        return [.. snapshot["predictedResources"]!.AsArray().Select(node => node!.AsObject())];
    }

    public static IEnumerable<JsonObject> OfType(string name, string type) =>
        Resources(name).Where(resource => type.Equals((string?)resource["type"], StringComparison.OrdinalIgnoreCase));
}
