using PhotoFunctions.Domain.Retention;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;

namespace PhotoFunctions.Functions.Api;

internal static class ErasureEndpoints
{
    public static void MapErasures(this IEndpointRouteBuilder api) =>
        api.MapGet("/cohorts/{cohort}/erasures", ListAsync).ForAdministrators()
            .Describe("listErasures", "What was erased when a retention was over.")
            .Produces<ErasureList>();

    private static async Task<IResult> ListAsync(
        string cohort, Place place, IPersonalDataStore data, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        var erasures = await data.ListErasuresAsync(found.Code, cancellationToken);
        return TypedResults.Ok(new ErasureList(found.KeptUntil, [.. erasures.Select(Shown)]));
    }

    private static ErasureView Shown(Erasure erasure) => new(
        erasure.BeganAt,
        erasure.EndedAt,
        erasure.KeptUntil,
        erasure.BackupsUntil,
        [.. Enum.GetValues<PersonalData>().Select(kind => new ErasedCount(kind, erasure.Counts.GetValueOrDefault(kind)))]);

    /// <summary>The last day on which data about the students is kept, null while nobody has decided; and what was erased.</summary>
    internal sealed record ErasureList(DateOnly? KeptUntil, IReadOnlyList<ErasureView> Items);

    /// <summary>One erasure. Backups hold what it erased until the day <c>backupsUntil</c> at the latest.</summary>
    internal sealed record ErasureView(
        DateTimeOffset BeganAt, DateTimeOffset? EndedAt, DateOnly KeptUntil, DateOnly? BackupsUntil, IReadOnlyList<ErasedCount> Counts);

    internal sealed record ErasedCount(PersonalData Kind, int Count);
}
