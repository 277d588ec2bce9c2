using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Api;

/// <summary>Tells which settings a dry run would change, by their names in JSON.</summary>
internal sealed class SettingsDifference(IOptions<JsonOptions> json)
{
    /// <param name="context">The request; its answer carries the version that is stored.</param>
    /// <param name="change">What would be stored.</param>
    /// <param name="view">The settings as the API shows them.</param>
    public Ok<SettingsDryRunView> Shown<T>(HttpContext context, CohortChange change, Func<Cohort, T> view)
    {
        if (change.Before is { } before)
        {
            SettingsVersion.Answer(context, before);
        }

        var changes = new List<SettingChange>();
        Compare("", change.Before is null ? null : Node(view(change.Before)), Node(view(change.After)), changes);
        return TypedResults.Ok(new SettingsDryRunView(true, change.Before is null, changes));
    }

    private JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, json.Value.SerializerOptions);

    // Objects member by member; a list is one setting.
    private static void Compare(string name, JsonNode? from, JsonNode? to, List<SettingChange> changes)
    {
        if (to is JsonObject after && from is null or JsonObject)
        {
            var before = from as JsonObject;
            foreach (var member in after.Select(one => one.Key).Union(before?.Select(one => one.Key) ?? []))
            {
                Compare(name.Length == 0 ? member : $"{name}.{member}", before?[member], after[member], changes);
            }
        }
        else if (!JsonNode.DeepEquals(from, to))
        {
            changes.Add(new SettingChange(name, from?.DeepClone(), to?.DeepClone()));
        }
    }

    /// <summary>Answers a dry run: nothing was stored.</summary>
    internal sealed record SettingsDryRunView(bool DryRun, bool IsNew, IReadOnlyList<SettingChange> Changes);

    /// <summary>One setting, its name with dots, as it is and as it would be.</summary>
    internal sealed record SettingChange(string Setting, JsonNode? From, JsonNode? To);
}
