using Microsoft.AspNetCore.Mvc;

namespace PhotoFunctions.Functions.CustomHandler;

/// <summary>The doors through which the host calls functions other than HTTP ones.</summary>
internal static class Invocation
{
    // The host waits for a body with these members; an empty 200 would hang the invocation until its time limit.
    private static readonly object Done = new { Outputs = new object(), Logs = Array.Empty<string>(), ReturnValue = (object?)null };

    /// <summary>Maps a function. Its work either ends, which the host takes as done, or throws, which the host takes as failed.</summary>
    public static void MapFunction<TWork>(
        this IEndpointRouteBuilder endpoints, string name, Func<TWork, InvocationMetadata, CancellationToken, Task> run)
        where TWork : notnull =>
        endpoints
            .MapPost($"/{name}", async (HttpContext context, [FromServices] TWork work, CancellationToken cancellationToken) =>
            {
                var metadata = await InvocationReader.ReadAsync(context.Request.Body, cancellationToken);
                await run(work, metadata, cancellationToken);
                return TypedResults.Json(Done, PascalCase);
            })
            .WithMetadata(new DisableRequestSizeLimitAttribute(), new FunctionRoute(name));

    private static readonly System.Text.Json.JsonSerializerOptions PascalCase = new();
}
