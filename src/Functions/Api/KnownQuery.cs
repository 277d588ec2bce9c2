using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.Metadata;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api;

/// <summary>
/// Refuses a query parameter that the endpoint does not know, or that stands there twice: a misspelt filter would show a list of
/// everything. What the endpoint knows are its texts that are no part of the address.
/// </summary>
internal sealed class KnownQuery : IEndpointFilter
{
    private FrozenSet<string>? _known;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var known = _known ??= KnownOf((RouteEndpoint)context.HttpContext.GetEndpoint()!);
        foreach (var (name, values) in context.HttpContext.Request.Query)
        {
            if (!known.Contains(name))
            {
                return Problems.From(Unknown(name, known));
            }

            if (values.Count > 1)
            {
                return Problems.From(RequestFailures.Invalid($"参数{name}重复", $"the query parameter {name} once but received it again"));
            }
        }

        return await next(context);
    }

    private static FrozenSet<string> KnownOf(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(parameter => parameter.ParameterInfo.ParameterType == typeof(string))
        .Select(parameter => parameter.Name)
        .Except(endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static Failure Unknown(string name, FrozenSet<string> known)
    {
        var (received, names) = (ListQuery.Received(name), string.Join(", ", known.Order(StringComparer.Ordinal)));
        return known.Count == 0
            ? RequestFailures.Invalid("此地址没有参数", $"no query parameters but received {received}")
            : RequestFailures.Invalid($"参数应为{names}之一", $"one of the query parameters {names} but received {received}");
    }
}
