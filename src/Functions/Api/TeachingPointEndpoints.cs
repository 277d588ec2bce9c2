using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;

namespace PhotoFunctions.Functions.Api;

internal static class TeachingPointEndpoints
{
    private const string Points = "/cohorts/{cohort}/teaching-points";

    public static void MapTeachingPoints(this IEndpointRouteBuilder api)
    {
        api.MapGet(Points, ListAsync).ForCollege()
            .Describe("listTeachingPoints", "The teaching points that the caller sees.")
            .Produces<TeachingPointList>();
        api.MapPut(Points + "/{teachingPoint}", PutAsync).ForAdministrators().Audited(AuditAction.TeachingPointChanged)
            .Describe("putTeachingPoint", "Sets a teaching point up, or changes it.")
            .Produces<TeachingPointView>()
            .RefusesTexts()
            .Refuses(FailureCodes.MailShape);
        api.MapGet(Points + "/{teachingPoint}", GetAsync).ForCollege()
            .Describe("getTeachingPoint", "One teaching point.")
            .Produces<TeachingPointView>();
    }

    // Hundreds at most: not paged.
    private static async Task<IResult> ListAsync(
        string cohort, Place place, Caller caller, ICohortStore cohorts, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        var points = await cohorts.ListTeachingPointsAsync(found.Code, cancellationToken);
        return TypedResults.Ok(new TeachingPointList([.. points.Where(point => caller.Sees(point.Code)).Select(Shown)]));
    }

    private static async Task<IResult> GetAsync(string cohort, string teachingPoint, Place place, CancellationToken cancellationToken) =>
        (await place.TeachingPointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out var failure)
            ? TypedResults.Ok(Shown(point))
            : Problems.From(failure);

    private static async Task<IResult> PutAsync(
        string cohort, string teachingPoint, TeachingPointBody body, Place place, ICohortStore cohorts, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !TeachingPointCode.Parse(teachingPoint).Succeeded(out var code, out failure)
            || !body.Read(found.Code, code).Succeeded(out var created, out failure))
        {
            return Problems.From(failure);
        }

        await cohorts.SaveAsync(created, cancellationToken);
        return TypedResults.Ok(Shown(created));
    }

    private static TeachingPointView Shown(TeachingPoint point) => new(
        point.Code.Value, point.Name, point.Reached.Contact, point.Reached.Mail, point.Reached.Phone, point.Reached.Address);

    internal sealed record TeachingPointView(string Code, string Name, string? Contact, string? Mail, string? Phone, string? Address);

    internal sealed record TeachingPointList(IReadOnlyList<TeachingPointView> Items);

    internal sealed record TeachingPointBody(
        string? Name, string? Contact = null, string? Mail = null, string? Phone = null, string? Address = null)
    {
        public Result<TeachingPoint> Read(CohortCode cohort, TeachingPointCode code) =>
            TeachingPoint.Create(cohort, code, Name, ContactDetails.Create(Contact, Mail, Phone, Address));
    }
}
