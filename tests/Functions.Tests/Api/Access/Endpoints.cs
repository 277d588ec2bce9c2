using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PhotoFunctions.Functions.Tests.Api.Access;

/// <summary>Every endpoint of the app, as it is mapped, and requests to them.</summary>
internal static partial class Endpoints
{
    public sealed record Door(string Method, string Pattern, IReadOnlyList<object> Metadata)
    {
        public bool IsOpen => Metadata.OfType<IAllowAnonymous>().Any();

        public IReadOnlyList<string?> Policies => [.. Metadata.OfType<IAuthorizeData>().Select(data => data.Policy)];

        /// <summary>The address with its parts filled in; parts that are not named become the same unknown code.</summary>
        public string Fill(IReadOnlyDictionary<string, string>? parts = null) =>
            Part().Replace(Pattern, part => parts?.GetValueOrDefault(part.Groups[1].Value) ?? "X1");

        public HttpRequestMessage Request(IReadOnlyDictionary<string, string>? parts = null) => new(new HttpMethod(Method), Fill(parts))
        {
            Content = Method is "GET" or "HEAD" ? null : JsonContent.Create(new { }),
        };

        public override string ToString() => $"{Method} {Pattern}";
    }

    public static IReadOnlyList<Door> Of(FunctionApp app) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(
                endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"],
                (endpoint, method) => new Door(method, endpoint.RoutePattern.RawText!, [.. endpoint.Metadata])),
    ];

    [GeneratedRegex("\\{([^}:]*)[^}]*\\}")]
    private static partial Regex Part();
}
