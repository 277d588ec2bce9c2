using System.Text.Json.Nodes;

namespace PhotoFunctions.Functions.Api.OpenApi;

/// <summary>What the description says once for all endpoints.</summary>
internal static class OpenApiHead
{
    public const string Scheme = "bearer";
    public const string Problem = "#/components/schemas/Problem";

    public static JsonObject Info() => new()
    {
        ["title"] = "PhotoFunctions",
        ["version"] = typeof(OpenApiHead).Assembly.GetName().Version!.ToString(3),
        ["description"] = "Degree photos of a college: cohorts, rosters, uploads, reviews, results. "
            + "docs/api.md tells it in sentences, docs/errors.md every code.",
        ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
    };

    /// <returns>The schemas.</returns>
    public static JsonObject AddComponents(JsonObject document)
    {
        var components = document["components"]!.AsObject();
        components["securitySchemes"] = new JsonObject
        {
            [Scheme] = new JsonObject
            {
                ["type"] = "http",
                ["scheme"] = "bearer",
                ["description"] = "An access key (ph_…), or an administrator's token of the college's Entra tenant.",
            },
        };
        var schemas = components["schemas"]!.AsObject();
        schemas["Problem"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Problem details (RFC 9457) of a failure.",
            ["required"] = new JsonArray("type", "title", "status", "detail", "code", "messageZh"),
            ["properties"] = new JsonObject
            {
                ["type"] = Text("A URN that ends in the code."),
                ["title"] = Text("The code."),
                ["status"] = new JsonObject { ["type"] = "integer" },
                ["detail"] = Text("What was expected and what was received, in English, without personal data."),
                ["code"] = Text("A code of docs/errors.md."),
                ["messageZh"] = Text("The same in Chinese."),
                ["traceId"] = Text("To be told to whoever runs the service."),
            },
        };
        return schemas;
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };
}
