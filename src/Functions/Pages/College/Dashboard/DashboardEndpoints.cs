using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Glances;

namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>Where everybody begins, and a cohort at a glance.</summary>
internal static class DashboardEndpoints
{
    public static void MapDashboard(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/dashboard", StartAsync).ForCollege().AsPage();
        pages.MapGet("/dashboard/{cohort}", ShowAsync).ForAdministrators().AsPage();
    }

    // A teaching point works at its desk; an administrator has chosen a cohort, or begins with the one that is collected now.
    private static async Task<IResult> StartAsync(
        string? cohort,
        Caller caller,
        ICohortStore cohorts,
        TimeProvider time,
        CollegePages pages,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        // The switch of the language is an address, too: it is kept before the way goes on.
        _ = PageLanguage.Of(context);
        if (caller.TeachingPoint is not null)
        {
            return TypedResults.Redirect(PagePaths.DeskStart);
        }

        if (CohortCode.Parse(cohort).Succeeded(out var chosen, out _))
        {
            return TypedResults.Redirect(PagePaths.Cohort(chosen));
        }

        var (today, newest) = (ChinaTime.DateAt(time.GetUtcNow()), Newest(await cohorts.ListAsync(cancellationToken)).ToList());
        var first = newest.Find(one => one.CollectionOpensOn <= today && today <= one.CollectionClosesOn)
            ?? newest.Find(one => one.CollectionOpensOn <= today)
            ?? newest.LastOrDefault();
        return first is not null
            ? TypedResults.Redirect(PagePaths.Cohort(first.Code))
            : await pages.RenderAsync<NoCohortPage>(context, new PageFrame(NoCohortPage.Title));
    }

    private static async Task<IResult> ShowAsync(
        string cohort,
        string? all,
        Place place,
        ICohortStore cohorts,
        CohortGlances glances,
        TimeProvider time,
        CollegePages pages,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        // First: a look at an old glance begins to read a newer one, and what is read beside that waits.
        var listed = await cohorts.ListAsync(cancellationToken);
        var look = await glances.LookAsync(found, cancellationToken);
        return await pages.RenderAsync<CohortPage>(
            context,
            new PageFrame(new(found.Name, found.Name)) { Cohort = found },
            (nameof(CohortPage.Glance), look.Glance),
            (nameof(CohortPage.IsBeingRenewed), look.IsBeingRenewed),
            (nameof(CohortPage.Others), Newest(listed).Where(other => other.Code != found.Code).ToList()),
            (nameof(CohortPage.Today), ChinaTime.DateAt(time.GetUtcNow())),
            (nameof(CohortPage.ShowsAll), all is not null));
    }

    private static IOrderedEnumerable<Cohort> Newest(IEnumerable<Cohort> cohorts) =>
        cohorts.OrderByDescending(cohort => cohort.CollectionOpensOn).ThenByDescending(cohort => cohort.Code.Value, StringComparer.Ordinal);
}
