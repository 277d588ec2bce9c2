using Microsoft.AspNetCore.Diagnostics;
using PhotoFunctions.Functions.CustomHandler;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// Measures every call of a door, outside of everything else. It tells the route, never the address: an address may hold what a person
/// typed.
/// </summary>
internal sealed class InvocationTelemetry(RequestDelegate next, AppMeter meter, [FromKeyedServices(Clocks.Real)] TimeProvider time)
{
    private const string Unmatched = "unmatched";
    private const string OtherMethod = "_OTHER";

    // Anything may stand where the method stands.
    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    /// <summary>Where the code of a refusal is kept until the request ends.</summary>
    public static object CodeKey { get; } = new();

    public async Task InvokeAsync(HttpContext context)
    {
        var (scope, start) = (InvocationScope.Begin(context, time.GetUtcNow()), time.GetTimestamp());
        Exception? failed = null;
        try
        {
            await next(context);
        }
        catch (Exception ex)
        {
            // The answer had begun; the server ends the connection.
            failed = ex;
            throw;
        }
        finally
        {
            End(context, scope, time.GetElapsedTime(start), failed);
        }
    }

    private void End(HttpContext context, InvocationScope scope, TimeSpan took, Exception? failed)
    {
        var handled = context.Features.Get<IExceptionHandlerFeature>();
        var endpoint = (handled?.Endpoint ?? context.GetEndpoint()) as RouteEndpoint;
        var method = Methods.Contains(context.Request.Method) ? context.Request.Method : OtherMethod;
        var status = failed is null ? context.Response.StatusCode : StatusCodes.Status500InternalServerError;
        var route = endpoint?.RoutePattern.RawText ?? Unmatched;
        var isOfApi = endpoint?.Metadata.GetMetadata<FunctionRoute>() is null or { Name: "Api" };
        if (isOfApi)
        {
            meter.Request(route, method, status, took);
        }

        failed ??= status >= StatusCodes.Status500InternalServerError ? handled?.Error : null;
        scope.End(route, method, status, context.Items[CodeKey] as string, failed);
    }
}
