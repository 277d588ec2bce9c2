using System.Text.Json;
using System.Text.Json.Nodes;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Api.OpenApi;

/// <summary>
/// Gives every body an example, made from its schema: of a member that is known by its name a value that people would see there, of
/// any other one of its type. So an example cannot fall behind its schema.
/// </summary>
internal sealed class Examples(JsonObject schemas, JsonSerializerOptions json)
{
    private static readonly Cohort Cohort = new()
    {
        Code = CohortCode.Parse("2024").Value!,
        Name = "2024届",
        CollectionOpensOn = new DateOnly(2023, 4, 1),
        CollectionClosesOn = new DateOnly(2023, 6, 30),
    };

    // Numbers that belong together: as they are shipped.
    private readonly Dictionary<string, JsonNode> _wholes = new()
    {
        [nameof(PhotoSpecification)] = JsonSerializer.SerializeToNode(PhotoSpecification.Default, json)!,
        [nameof(CohortSettings)] = JsonSerializer.SerializeToNode(CohortSettings.Of(Cohort), json)!,
    };

    private const int Deepest = 8;

    public void AddTo(JsonObject document)
    {
        foreach (var operation in document["paths"]!.AsObject().SelectMany(item => item.Value!.AsObject()).Select(pair => pair.Value!))
        {
            IEnumerable<JsonNode?> bodies = [operation["requestBody"], .. operation["responses"]!.AsObject().Select(pair => pair.Value)];
            foreach (var (contentType, content) in bodies.OfType<JsonObject>().SelectMany(body => body["content"]?.AsObject() ?? []))
            {
                if (contentType == "application/json" && content!["schema"] is { } schema)
                {
                    content["example"] = Of(schema, "", 0);
                }
            }
        }
    }

    private JsonNode? Of(JsonNode schema, string name, int depth)
    {
        var (whole, owner) = (Whole(schema), OwnerOf(schema));
        if (_wholes.TryGetValue(owner, out var shipped))
        {
            return shipped.DeepClone();
        }

        if (depth > Deepest)
        {
            return null;
        }

        if (whole["enum"] is JsonArray names)
        {
            return names.First(value => value is not null)!.DeepClone();
        }

        if (ExampleValues.Of(name) is { } known && IsOf(whole, known))
        {
            return known;
        }

        if (whole["properties"] is JsonObject members)
        {
            var example = new JsonObject();
            foreach (var (member, of) in members)
            {
                if (!ExampleValues.IsAbsent(owner, member))
                {
                    example[member] = ExampleValues.Of($"{owner}.{member}") ?? Of(of!, member, depth + 1);
                }
            }

            return example;
        }

        if (whole["items"] is { } item)
        {
            return new JsonArray(Of(item, name, depth + 1));
        }

        return whole["additionalProperties"] is JsonObject value
            ? new JsonObject { [ExampleValues.KeyOf(name)] = Of(value, "", depth + 1) }
            : ExampleValues.OfType(TypeOf(whole), (string?)whole["format"], whole["minimum"]);
    }

    // The name under which a schema stands, or its first part does.
    private static string OwnerOf(JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? reference[(reference.LastIndexOf('/') + 1)..]
        : schema["allOf"]?[0] is { } first ? OwnerOf(first)
        : "";

    // References followed, parts put together; of several forms the first that is not null.
    private JsonObject Whole(JsonNode schema)
    {
        var found = schema.AsObject();
        if ((string?)found["$ref"] is { } reference)
        {
            return Whole(schemas[reference[(reference.LastIndexOf('/') + 1)..]]!);
        }

        if ((found["oneOf"] ?? found["anyOf"]) is JsonArray forms)
        {
            return Whole(forms.First(form => (string?)(form!["type"] as JsonValue) != "null")!);
        }

        if (found["allOf"] is not JsonArray parts)
        {
            return found;
        }

        var whole = new JsonObject();
        foreach (var part in parts.Select(part => Whole(part!)))
        {
            Merge(whole, part);
        }

        return whole;
    }

    private static void Merge(JsonObject into, JsonObject part)
    {
        foreach (var (name, value) in part)
        {
            if (into[name] is JsonObject known && value is JsonObject more)
            {
                Merge(known, more);
            }
            else
            {
                into[name] = value?.DeepClone();
            }
        }
    }

    private static bool IsOf(JsonObject schema, JsonNode value) => TypeOf(schema) switch
    {
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "integer" or "number" => value is JsonValue number && number.TryGetValue<int>(out _),
        _ => false,
    };

    private static string? TypeOf(JsonObject schema) => schema["type"] is JsonArray types
        ? (string?)types.First(type => (string?)type != "null")
        : (string?)schema["type"];
}
