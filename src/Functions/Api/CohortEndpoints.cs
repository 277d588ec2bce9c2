using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

internal static class CohortEndpoints
{
    public static void MapCohorts(this IEndpointRouteBuilder admin)
    {
        admin.MapPut("/cohorts/{cohort}", PutCohortAsync);
        admin.MapGet("/cohorts/{cohort}", GetCohortAsync);
        admin.MapPut("/cohorts/{cohort}/photo-rules", PutPhotoRulesAsync);
        admin.MapPut("/cohorts/{cohort}/teaching-points/{teachingPoint}", PutTeachingPointAsync);
        admin.MapGet("/cohorts/{cohort}/summary", SummariseAsync);
    }

    private static async Task<IResult> PutCohortAsync(
        string cohort, CohortBody body, ICohortStore cohorts, CancellationToken cancellationToken)
    {
        if (!CohortCode.Parse(cohort).Succeeded(out var code, out var failure)
            || !Cohort.Create(code, body.Name, body.CollectionOpensOn, body.CollectionClosesOn).Succeeded(out var created, out failure))
        {
            return Problems.From(failure);
        }

        await cohorts.SaveAsync(created, cancellationToken);
        return TypedResults.Ok(new { Cohort = code.Value, created.Name, created.CollectionOpensOn, created.CollectionClosesOn });
    }

    private static async Task<IResult> GetCohortAsync(string cohort, Place place, CancellationToken cancellationToken) =>
        (await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            ? TypedResults.Ok(new
            {
                Cohort = found.Code.Value,
                found.Name,
                found.CollectionOpensOn,
                found.CollectionClosesOn,
                PhotoRules = found.Photos,
            })
            : Problems.From(failure);

    private static async Task<IResult> PutPhotoRulesAsync(
        string cohort, PhotoSpecification body, Place place, ICohortStore cohorts, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !body.Checked().Succeeded(out var rules, out failure))
        {
            return Problems.From(failure);
        }

        await cohorts.SavePhotoRulesAsync(found.Code, rules, cancellationToken);
        return TypedResults.Ok(rules);
    }

    private static async Task<IResult> PutTeachingPointAsync(
        string cohort, string teachingPoint, TeachingPointBody body, Place place, ICohortStore cohorts, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !TeachingPointCode.Parse(teachingPoint).Succeeded(out var code, out failure)
            || !TeachingPoint.Create(found.Code, code, body.Name).Succeeded(out var created, out failure))
        {
            return Problems.From(failure);
        }

        await cohorts.SaveAsync(created, cancellationToken);
        return TypedResults.Ok(new { Code = code.Value, created.Name });
    }

    private static async Task<IResult> SummariseAsync(
        string cohort,
        Place place,
        ICohortStore cohorts,
        StudentDirectory directory,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        var points = await cohorts.ListTeachingPointsAsync(found.Code, cancellationToken);
        var counts = await EachTeachingPoint.ReadAsync(
            points, (point, token) => directory.CountAsync(found.Code, point.Code, token), cancellationToken);
        var all = new StudentCounts();
        foreach (var count in counts)
        {
            all.Add(count);
        }

        return TypedResults.Ok(new
        {
            Cohort = found.Code.Value,
            found.Name,
            all.Students,
            all.Stages,
            all.Collection,
            TeachingPoints = points.Select((point, i) => new
            {
                Code = point.Code.Value,
                point.Name,
                counts[i].Students,
                counts[i].Stages,
                counts[i].Collection,
            }),
            AsOf = time.GetUtcNow(),
        });
    }

    internal sealed record CohortBody(string? Name, DateOnly? CollectionOpensOn, DateOnly? CollectionClosesOn);

    internal sealed record TeachingPointBody(string? Name);
}
