using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PhotoFunctions.Infra.Tests.Templates;

public sealed partial class AlertTests
{
    private const string Rule = "Microsoft.Insights/scheduledQueryRules";
    private static readonly string Code = Path.Combine(Repository.Root, "src", "Functions");

    [Fact]
    public void Watches_what_the_runbook_tells_of()
    {
        var runbook = Repository.Read("docs", "operations.md").Split("\n## Alerts\n")[1].Split("\n## ")[0];
        var alerts = Heading().Matches(runbook).Select(heading => heading.Groups[1].Value).ToList();

        var made = Snapshots.OfType("production", Rule).Concat(Snapshots.OfType("production", "Microsoft.Insights/metricAlerts"));

        Assert.Equal(alerts.Select(alert => $"photos-{alert}").Order(), made.Select(alert => (string)alert["name"]!).Order());
    }

    [Fact]
    public void Asks_for_functions_that_the_app_has()
    {
        var functions = Names(FunctionName());

        Assert.NotEmpty(functions);
        Assert.All(functions, function => Assert.True(File.Exists(Path.Combine(Code, function, "function.json")), function));
    }

    [Fact]
    public void Asks_for_metrics_that_the_app_tells()
    {
        var telemetry = Path.Combine(Code, "Telemetry");
        Assert.SkipUnless(Directory.Exists(telemetry), "The app tells no metrics yet.");
        var told = string.Concat(Directory.EnumerateFiles(telemetry, "*.cs").Select(File.ReadAllText));

        Assert.All(Names(MetricName()), metric => Assert.Contains($"\"{metric}\"", told, StringComparison.Ordinal));
    }

    [Fact]
    public void Tells_the_recipients_and_nobody_where_there_are_none()
    {
        var people = (string)Snapshots.OfType("production", "Microsoft.Insights/actionGroups").Single()["id"]!;

        Assert.All(Snapshots.OfType("production", Rule), rule => Assert.Equal(people, (string?)Assert.Single(Groups(rule))));
        Assert.All(Snapshots.OfType("dev", Rule), rule => Assert.Empty(Groups(rule)));
        Assert.Empty(Snapshots.OfType("dev", "Microsoft.Insights/actionGroups"));
    }

    [Fact]
    public void Tells_of_money_where_an_amount_is_given()
    {
        Assert.Equal(60, (int)Snapshots.OfType("production", "Microsoft.Consumption/budgets").Single()["properties"]!["amount"]!);
        Assert.Empty(Snapshots.OfType("dev", "Microsoft.Consumption/budgets"));
    }

    // Names of alerts are small; the budget tells of itself.
    [GeneratedRegex("(?m)^### ([a-z-]+)$")]
    private static partial Regex Heading();

    private static JsonArray Groups(JsonObject rule) => rule["properties"]!["actions"]!["actionGroups"]!.AsArray();

    private static List<string> Names(Regex name) =>
    [
        .. from rule in Snapshots.OfType("production", Rule)
           let query = (string)rule["properties"]!["criteria"]!["allOf"]![0]!["query"]!
           from Match match in name.Matches(query)
           select match.Groups[1].Value,
    ];

    [GeneratedRegex("\"([A-Z][A-Za-z]+)\"")]
    private static partial Regex FunctionName();

    [GeneratedRegex("\"(photofunctions\\.[a-z.]+)\"")]
    private static partial Regex MetricName();
}
