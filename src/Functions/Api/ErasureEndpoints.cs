using PhotoFunctions.Domain.Retention;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Api;

internal static class ErasureEndpoints
{
    public static void MapErasures(this IEndpointRouteBuilder api) => api.MapGet("/cohorts/{cohort}/erasures", ListAsync).ForAdministrators();

    private static async Task<IResult> ListAsync(
        string cohort, Place place, IPersonalDataStore data, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        return TypedResults.Ok(new
        {
            found.KeptUntil,
            Items = (await data.ListErasuresAsync(found.Code, cancellationToken)).Select(erasure => new
            {
                erasure.BeganAt,
                erasure.EndedAt,
                erasure.KeptUntil,
                Counts = Enum.GetValues<PersonalData>().Select(kind => new { Kind = kind, Count = erasure.Counts.GetValueOrDefault(kind) }),
            }),
        });
    }
}
