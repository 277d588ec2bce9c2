using System.Text.Json;
using PhotoFunctions.LocalHost.Manifests;
using PhotoFunctions.LocalHost.Triggers;

namespace PhotoFunctions.LocalHost.Http;

/// <summary><c>/admin</c>: what runs here, and running a function now.</summary>
internal sealed class AdminDoor(AppManifest app, string hostId, MasterKey key, ManualRuns runs)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin/host/status", context => GuardAsync(context, () => WriteAsync(
            context, new { id = hostId, state = "Running", version = HostHeaders.VersionValue })));
        routes.MapGet("/admin/functions", context => GuardAsync(context, () => WriteAsync(
            context, app.Functions.Select(function => new { name = function.Name, trigger = function.Trigger.GetType().Name }))));
        routes.MapPost("/admin/functions/{name}", context => GuardAsync(context, () => RunAsync(context)));
    }

    private Task GuardAsync(HttpContext context, Func<Task> act)
    {
        if (key.Opens(context.Request))
        {
            return act();
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private async Task RunAsync(HttpContext context)
    {
        var name = context.GetRouteValue("name") as string;
        if (app.Functions.FirstOrDefault(function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } function)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await ReadInputAsync(context) is { } input && runs.TryStart(function, input))
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync("""Expected {"input": "text"} for a timer or queue function.""", context.RequestAborted);
    }

    /// <returns>Null when the body is not what it should be.</returns>
    private static async Task<string?> ReadInputAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        try
        {
            using var body = JsonDocument.Parse(text);
            if (body.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return null;
            }

            return body.RootElement.TryGetProperty("input", out var input) ? input.ToString() : "";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task WriteAsync<T>(HttpContext context, T value) => context.Response.WriteAsJsonAsync(value, context.RequestAborted);
}
