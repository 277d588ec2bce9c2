using System.Text.Json.Nodes;
using PhotoFunctions.Infra.Tests.Templates;

[assembly: AssemblyFixture(typeof(CompiledTemplates))]

namespace PhotoFunctions.Infra.Tests.Templates;

/// <summary>The templates as Azure gets them: compiled once for all tests.</summary>
public sealed class CompiledTemplates
{
    private readonly Lazy<Task<JsonObject>> _main = new(() => CompileAsync("main.bicep"));
    private readonly Lazy<Task<JsonObject>> _eventSubscription = new(() => CompileAsync("event-subscription.bicep"));

    /// <summary>What makes everything, with the templates inside of it.</summary>
    public Task<JsonObject> Main => _main.Value;

    /// <summary>What the hook deploys after the app.</summary>
    public Task<JsonObject> EventSubscription => _eventSubscription.Value;

    /// <summary>A template and all templates inside of it.</summary>
    public static IEnumerable<JsonObject> WithNested(JsonObject template) =>
    [
        template,
        .. from resource in Resources(template)
           let nested = (resource["properties"] as JsonObject)?["template"] as JsonObject
           where nested is not null
           from inner in WithNested(nested)
           select inner,
    ];

    /// <summary>The resources of one template, without those of the templates inside of it.</summary>
    public static IEnumerable<JsonObject> Resources(JsonObject template) => template["resources"] switch
    {
        JsonArray list => list.Select(node => node!.AsObject()),
        JsonObject named => named.Select(pair => pair.Value!.AsObject()),
        _ => [],
    };

    private static async Task<JsonObject> CompileAsync(string file)
    {
        var run = await Bicep.RunAsync(null, "build", Path.Combine(Repository.Infra, file), "--stdout");
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonNode.Parse(run.Output)!.AsObject();
    }
}
