using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PhotoFunctions.Functions.Api.OpenApi;

namespace PhotoFunctions.Functions.Health;

/// <summary>
/// Whether the app answers, and how what it rests on is. Always 200 while it answers: a host that started it anew for an outage elsewhere would
/// help nobody.
/// </summary>
internal static class HealthEndpoint
{
    private static readonly string[] Read = ["GET", "HEAD"];

    public static void MapHealth(this IEndpointRouteBuilder api) => api
        .MapMethods("/health", Read, GetAsync)
        .AllowAnonymous()
        .Describe("getHealth", "Whether the app answers, and how its storage and mail provider are.")
        .WithTags("Service");

    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<IHealthProbe, StorageProbe>()
        .AddSingleton<IHealthProbe, MailProbe>()
        .AddSingleton<AppHealth>();

    private static async Task<Ok<HealthView>> GetAsync(AppHealth health, CancellationToken cancellationToken)
    {
        var report = await health.LookAsync(cancellationToken);
        return TypedResults.Ok(new HealthView(
            report.IsWell ? "ok" : "degraded",
            [
                .. report.Parts.Select(part => new HealthPartView(
                    part.Name, JsonNamingPolicy.KebabCaseLower.ConvertName(part.Finding.State.ToString()), part.Finding.What)),
            ]));
    }

    internal sealed record HealthView(string Status, IReadOnlyList<HealthPartView> Parts);

    internal sealed record HealthPartView(string Name, string Status, string? What);
}
