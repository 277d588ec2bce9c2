using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Api.OpenApi;

/// <summary>Completes one operation by what its endpoint's metadata say: who may call it, what it takes, how it refuses.</summary>
internal static class OperationText
{
    public static void Complete(JsonObject operation, RouteEndpoint endpoint, JsonObject sharedResponses)
    {
        var metadata = endpoint.Metadata;
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            ParameterText.Complete(parameter!.AsObject(), metadata.GetOrderedMetadata<Description.AllowedNames>());
        }

        CompleteBody(operation, metadata);
        var responses = operation["responses"]!.AsObject();
        if (metadata.GetMetadata<Description.FileAnswer>() is { } file)
        {
            responses["200"] = new JsonObject { ["description"] = "The file.", ["content"] = Files(file.ContentTypes) };
        }

        operation["security"] = new JsonArray();
        if (metadata.GetMetadata<IAuthorizeData>() is { Policy: { } policy })
        {
            operation["security"] = new JsonArray(new JsonObject { [OpenApiHead.Scheme] = new JsonArray() });
            operation["x-roles"] = policy == Policies.Administrators
                ? new JsonArray("administrator")
                : new JsonArray("administrator", "teachingPoint");
            operation["description"] = Who(policy, metadata.GetMetadata<Audited>());
        }

        foreach (var (status, codes) in Refusals.Of(endpoint, operation).OrderBy(refusal => refusal.Key))
        {
            responses[status] = Refusals.Text(status, codes, sharedResponses);
        }
    }

    private static string Who(string policy, Audited? audited)
    {
        var who = policy == Policies.Administrators
            ? "For administrators."
            : "For administrators, and for teaching points about what is theirs: what is another's is answered as if it did not exist.";
        return audited is null ? who : $"{who} In the audit trail: {JsonNamingPolicy.CamelCase.ConvertName(audited.Action.ToString())}.";
    }

    private static void CompleteBody(JsonObject operation, EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<Description.FileBody>() is { } file)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Files(file.ContentTypes) };
            return;
        }

        if (metadata.GetMetadata<Description.FormBody>() is { } form)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Form(form) };
            return;
        }

        if (operation["requestBody"]?["content"]?["application/json"] is not JsonObject content)
        {
            return;
        }

        // The names that a member may have stand beside the body's own schema, which another operation may share.
        var inQuery = operation["parameters"]?.AsArray().Select(parameter => (string)parameter!["name"]!).ToHashSet() ?? [];
        var names = metadata.GetOrderedMetadata<Description.AllowedNames>().Where(allowed => !inQuery.Contains(allowed.Member)).ToList();
        if (names.Count > 0)
        {
            var members = new JsonObject();
            foreach (var allowed in names)
            {
                members[allowed.Member] = new JsonObject { ["enum"] = ParameterText.Array(allowed.Names) };
            }

            content["schema"] = new JsonObject
            {
                ["allOf"] = new JsonArray(content["schema"]!.DeepClone(), new JsonObject { ["properties"] = members }),
            };
        }
    }

    private static JsonObject Form(Description.FormBody form) => new()
    {
        ["application/x-www-form-urlencoded"] = new JsonObject
        {
            ["schema"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray(form.Field),
                ["properties"] = new JsonObject
                {
                    [form.Field] = new JsonObject { ["type"] = "string", ["enum"] = ParameterText.Array(form.Values) },
                },
            },
        },
    };

    private static JsonObject Files(IReadOnlyList<string> contentTypes)
    {
        var content = new JsonObject();
        foreach (var contentType in contentTypes)
        {
            var schema = new JsonObject { ["type"] = "string", ["format"] = "binary" };
            content[contentType.Split(';')[0]] = new JsonObject { ["schema"] = schema };
        }

        return content;
    }
}
