using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;

namespace PhotoFunctions.Functions.Api;

/// <summary>
/// The metrics of the instance that answers, in the text of Prometheus. It asks no storage, so it tells also when that is away.
/// </summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder api)
    {
        var scrape = api.CreateApplicationBuilder().UseOpenTelemetryPrometheusScrapingEndpoint(_ => true).Build();
        api.MapGet("/metrics", async (HttpContext context) =>
            {
                await scrape(context);
                return Results.Empty;
            })
            .ForAdministrators()
            .Describe("getMetrics", "What the instance that answers has counted and measured since its start, as Prometheus reads it.")
            .AnswersFile("text/plain");
    }
}
