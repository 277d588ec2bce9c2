using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Glances;

namespace PhotoFunctions.Functions.Api;

/// <summary>What the first page about a cohort shows, for programs.</summary>
internal static class GlanceEndpoints
{
    public static void MapGlance(this IEndpointRouteBuilder api) =>
        api.MapGet("/cohorts/{cohort}/glance", LookAsync).ForAdministrators()
            .Describe("glanceAtCohort", "The last glance at the cohort, at once; when it is older than half a minute, a newer one is being made.")
            .Produces<GlanceView>();

    private static async Task<IResult> LookAsync(string cohort, Place place, CohortGlances glances, CancellationToken cancellationToken) =>
        (await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            ? TypedResults.Ok(GlanceView.Of(await glances.LookAsync(found, cancellationToken)))
            : Problems.From(failure);
}
