using Microsoft.AspNetCore.Routing.Patterns;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Http;

/// <summary>The routes of the HTTP functions, as their function.json files declare them.</summary>
internal static class HttpDoor
{
    public static void Map(IEndpointRouteBuilder routes, AppManifest app, Forwarder forwarder)
    {
        foreach (var function in app.Functions)
        {
            if (function.Trigger is not HttpTrigger http)
            {
                continue;
            }

            var pattern = Parse(function, Path(app.Host, http));
            var endpoint = routes.Map(pattern, context => forwarder.ForwardAsync(context, function));
            if (http.Methods.Count > 0)
            {
                endpoint.WithMetadata(new HttpMethodMetadata(http.Methods));
            }
        }
    }

    public static string Path(HostManifest host, HttpTrigger http) => $"{host.RoutePrefix}/{http.Route}".Trim('/');

    /// <summary>The real host answers an unknown method like an unknown route; routing would say 405.</summary>
    public static Task HideMethodNotAllowed(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not RouteEndpoint and not null)
        {
            context.SetEndpoint(null);
        }

        return next(context);
    }

    private static RoutePattern Parse(FunctionManifest function, string path)
    {
        try
        {
            return RoutePatternFactory.Parse(path);
        }
        catch (RoutePatternException exception)
        {
            throw new HostStartException($"{function.Name}/{FunctionManifestReader.File}: bindings.route: {exception.Message}");
        }
    }
}
