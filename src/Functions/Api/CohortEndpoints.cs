using Microsoft.AspNetCore.Http.HttpResults;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;

namespace PhotoFunctions.Functions.Api;

internal static class CohortEndpoints
{
    public static void MapCohorts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cohorts", ListAsync).ForCollege()
            .Describe("listCohorts", "The cohorts that the caller sees.")
            .Produces<CohortList>();
        api.MapPut("/cohorts/{cohort}", PutAsync).ForAdministrators().Audited(AuditAction.CohortChanged)
            .Describe("putCohort", "Sets a cohort up, or changes its settings; a dry run answers with the differences.")
            .Produces<CohortView>()
            .Refuses(FailureCodes.SettingInvalid, FailureCodes.SettingsChanged, FailureCodes.WindowInverted, FailureCodes.MailShape)
            .RefusesTexts();
        api.MapGet("/cohorts/{cohort}", GetAsync).ForCollege()
            .Describe("getCohort", "A cohort with its settings and its rules for photos.")
            .Produces<CohortView>();
        api.MapPut("/cohorts/{cohort}/photo-rules", PutPhotoRulesAsync).ForAdministrators().Audited(AuditAction.PhotoRulesChanged)
            .Describe("putPhotoRules", "Sets what a photo must be and what is written from it; a dry run answers with the differences.")
            .Produces<PhotoSpecification>()
            .Refuses(FailureCodes.SpecificationInvalid, FailureCodes.SettingsChanged);
    }

    private static async Task<IResult> ListAsync(ICohortStore cohorts, Place place, CancellationToken cancellationToken)
    {
        var seen = new List<CohortLine>();
        foreach (var cohort in await cohorts.ListAsync(cancellationToken))
        {
            if (await place.IsSeenAsync(cohort.Code, cancellationToken))
            {
                seen.Add(new CohortLine(cohort.Code.Value, cohort.Name, cohort.CollectionOpensOn, cohort.CollectionClosesOn));
            }
        }

        return TypedResults.Ok(new CohortList(seen));
    }

    private static async Task<IResult> PutAsync(
        string cohort,
        string? dryRun,
        CohortSettings body,
        CohortEditing editing,
        SettingsDifference difference,
        AuditNote note,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (!CohortCode.Parse(cohort).Succeeded(out var code, out var failure)
            || !ListQuery.Flag("dryRun", dryRun).Succeeded(out var isDryRun, out failure)
            || !body.Read(code).Succeeded(out var wanted, out failure))
        {
            return Problems.From(failure);
        }

        note.IsNothing = isDryRun;
        if (isDryRun)
        {
            return (await editing.TryAsync(wanted, IsExpected, cancellationToken)).Succeeded(out var change, out failure)
                ? difference.Shown(context, change, CohortSettings.Of)
                : Problems.From(failure);
        }

        return (await editing.SaveAsync(wanted, IsExpected, cancellationToken)).Succeeded(out var saved, out failure)
            ? Shown(saved, context)
            : Problems.From(failure);

        bool IsExpected(Cohort? standing) => SettingsVersion.IsExpected(context, standing);
    }

    // Not the settings that are remembered for photos: whoever changes them has to see what is stored.
    private static async Task<IResult> GetAsync(
        string cohort, Place place, Caller caller, ICohortStore cohorts, HttpContext context, CancellationToken cancellationToken)
    {
        if (!CohortCode.Parse(cohort).Succeeded(out var code, out var failure))
        {
            return Problems.From(failure);
        }

        return await place.IsSeenAsync(code, cancellationToken) && await cohorts.ReadAsync(code, cancellationToken) is { } found
            ? Shown(SeenBy(caller, found), context)
            : Problems.From(CohortFailures.CohortUnknown);
    }

    private static async Task<IResult> PutPhotoRulesAsync(
        string cohort,
        string? dryRun,
        PhotoSpecification body,
        CohortEditing editing,
        SettingsDifference difference,
        AuditNote note,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (!CohortCode.Parse(cohort).Succeeded(out var code, out var failure)
            || !ListQuery.Flag("dryRun", dryRun).Succeeded(out var isDryRun, out failure)
            || !body.Checked().Succeeded(out var rules, out failure))
        {
            return Problems.From(failure);
        }

        note.IsNothing = isDryRun;
        if (isDryRun)
        {
            return (await editing.TryPhotoRulesAsync(code, rules, IsExpected, cancellationToken)).Succeeded(out var change, out failure)
                ? difference.Shown(context, change, standing => standing.Photos)
                : Problems.From(failure);
        }

        if (!(await editing.SavePhotoRulesAsync(code, rules, IsExpected, cancellationToken)).Succeeded(out var saved, out failure))
        {
            return Problems.From(failure);
        }

        SettingsVersion.Answer(context, saved);
        return TypedResults.Ok(saved.Photos);

        bool IsExpected(Cohort? standing) => SettingsVersion.IsExpected(context, standing);
    }

    // What is arranged with other teaching points is theirs.
    private static Cohort SeenBy(Caller caller, Cohort cohort) => cohort with
    {
        Windows = [.. cohort.Windows.Where(window => window.TeachingPoint is not { } point || caller.Sees(point))],
    };

    private static Ok<CohortView> Shown(Cohort cohort, HttpContext context)
    {
        SettingsVersion.Answer(context, cohort);
        return TypedResults.Ok(new CohortView(cohort.Code.Value, cohort.Version, CohortSettings.Of(cohort), cohort.Photos));
    }

    internal sealed record CohortLine(string Cohort, string Name, DateOnly CollectionOpensOn, DateOnly CollectionClosesOn);

    internal sealed record CohortList(IReadOnlyList<CohortLine> Items);

    internal sealed record CohortView(string Cohort, int Version, CohortSettings Settings, PhotoSpecification PhotoRules);
}
