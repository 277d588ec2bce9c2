using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Api.OpenApi;

/// <summary>The codes with which an endpoint may refuse, by their status.</summary>
internal static class Refusals
{
    public static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Of(RouteEndpoint endpoint, JsonObject operation) =>
        CodesOf(endpoint, operation).Distinct()
            .GroupBy(refusal => refusal.Status, refusal => refusal.Code)
            .Select(group => KeyValuePair.Create<string, IReadOnlyList<string>>($"{group.Key}", [.. group.Order(StringComparer.Ordinal)]));

    /// <summary>Refers to the answer with these codes, which other operations share, and writes it when it is the first.</summary>
    public static JsonObject Text(string status, IReadOnlyList<string> codes, JsonObject shared)
    {
        var name = string.Join('.', codes);
        shared[name] ??= new JsonObject
        {
            ["description"] = string.Join(", ", codes),
            ["content"] = new JsonObject
            {
                ["application/problem+json"] = new JsonObject
                {
                    ["schema"] = new JsonObject
                    {
                        ["allOf"] = new JsonArray(
                            new JsonObject { ["$ref"] = OpenApiHead.Problem },
                            new JsonObject
                            {
                                ["properties"] = new JsonObject { ["code"] = new JsonObject { ["enum"] = ParameterText.Array(codes) } },
                            }),
                    },
                    ["example"] = Example(status, codes[0]),
                },
            },
        };
        return new JsonObject { ["$ref"] = $"#/components/responses/{name}" };
    }

    private static JsonObject Example(string status, string code) => new()
    {
        ["type"] = $"urn:photofunctions:{code}",
        ["title"] = code,
        ["status"] = int.Parse(status, CultureInfo.InvariantCulture),
        ["detail"] = "Expected something else than was received.",
        ["code"] = code,
        ["messageZh"] = "与要求不符。",
    };

    private static IEnumerable<(int Status, string Code)> CodesOf(RouteEndpoint endpoint, JsonObject operation)
    {
        var metadata = endpoint.Metadata;
        if (metadata.GetMetadata<IAuthorizeData>()?.Policy is not { } policy)
        {
            yield break;
        }

        yield return (StatusCodes.Status401Unauthorized, FailureCodes.AccessDenied);
        yield return (StatusCodes.Status401Unauthorized, FailureCodes.AccessKeyExpired);
        yield return (StatusCodes.Status401Unauthorized, FailureCodes.AccessKeyRevoked);
        if (policy == Policies.Administrators)
        {
            yield return ByCode(FailureCodes.RoleNotAllowed);
        }

        yield return ByCode(FailureCodes.QuotaExceeded);
        yield return ByCode(FailureCodes.RequestInvalid);
        foreach (var code in endpoint.RoutePattern.Parameters.SelectMany(part => OfPart(part.Name)))
        {
            yield return ByCode(code);
        }

        if (operation["requestBody"] is { } body)
        {
            yield return ByCode(FailureCodes.RequestTooLarge);
            if (body["content"]?["application/json"] is not null)
            {
                yield return ByCode(FailureCodes.MediaTypeUnsupported);
            }
        }

        var parameters = operation["parameters"]?.AsArray().Select(parameter => (string)parameter!["name"]!) ?? [];
        if (parameters.Contains("continuation"))
        {
            yield return ByCode(FailureCodes.ContinuationInvalid);
        }

        if (parameters.Contains("teachingPoint"))
        {
            yield return ByCode(FailureCodes.CodeShape);
            yield return ByCode(FailureCodes.TeachingPointUnknown);
        }

        foreach (var code in metadata.GetOrderedMetadata<Description.RefusalCodes>().SelectMany(refusal => refusal.Codes))
        {
            yield return ByCode(code);
        }
    }

    private static IEnumerable<string> OfPart(string part) => part switch
    {
        "cohort" => [FailureCodes.CodeShape, FailureCodes.CohortUnknown],
        "studentNumber" => [FailureCodes.CodeShape, FailureCodes.StudentNumberUnknown],
        _ => [],
    };

    private static (int Status, string Code) ByCode(string code) => (Problems.StatusOf(code), code);
}
