using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>The addresses of the college's pages. Codes and numbers have no character that an address would have to escape.</summary>
public static class PagePaths
{
    /// <summary>The sign-in.</summary>
    public const string SignIn = "/api/sign-in";

    /// <summary>The end of a session; a POST.</summary>
    public const string SignOut = "/api/sign-out";

    /// <summary>Where everybody begins.</summary>
    public const string Dashboard = "/api/dashboard";

    /// <summary>Where a teaching point begins.</summary>
    public const string DeskStart = "/api/desk";

    /// <summary>A cohort at a glance.</summary>
    public static string Cohort(CohortCode cohort) => $"{Dashboard}/{cohort}";

    /// <summary>A teaching point at a glance.</summary>
    public static string Point(CohortCode cohort, TeachingPointCode point) => $"{Cohort(cohort)}/teaching-points/{point}";

    /// <summary>The students of a cohort, filtered as the API filters them.</summary>
    public static string Students(CohortCode cohort, params IReadOnlyList<(string Name, string? Value)> filter)
    {
        var query = string.Join('&', from one in filter
                                     where !string.IsNullOrEmpty(one.Value)
                                     select $"{one.Name}={Uri.EscapeDataString(one.Value)}");
        return $"{Cohort(cohort)}/students{(query.Length > 0 ? "?" : "")}{query}";
    }

    /// <summary>One student.</summary>
    public static string Student(CohortCode cohort, StudentNumber number) => $"{Cohort(cohort)}/students/{number}";

    /// <summary>What is done to one student; a POST.</summary>
    public static string Act(CohortCode cohort, StudentNumber number, string act) => $"{Student(cohort, number)}/acts/{act}";

    /// <summary>The imports of a cohort.</summary>
    public static string Imports(CohortCode cohort) => $"{Cohort(cohort)}/imports";

    /// <summary>One kind of import.</summary>
    public static string Import(CohortCode cohort, string kind) => $"{Imports(cohort)}/{kind}";

    /// <summary>What an administrator prints and downloads of a cohort.</summary>
    public static string Exports(CohortCode cohort) => $"{Cohort(cohort)}/exports";

    /// <summary>One kind of export; a POST.</summary>
    public static string Export(CohortCode cohort, string kind) => $"{Exports(cohort)}/{kind}";

    /// <summary>Mails of a cohort that did not arrive for sure.</summary>
    public static string Mails(CohortCode cohort) => $"{Cohort(cohort)}/mails";

    /// <summary>A teaching point's desk.</summary>
    public static string Desk(CohortCode cohort, TeachingPointCode point) => $"{DeskStart}/{cohort}/{point}";

    /// <summary>Where a teaching point uploads its photos.</summary>
    public static string Upload(CohortCode cohort, TeachingPointCode point) => $"{Desk(cohort, point)}/upload";

    /// <summary>The photos that wait for a person.</summary>
    public static string Review(CohortCode cohort, TeachingPointCode point) => $"{Desk(cohort, point)}/review";

    /// <summary>The accepted photos of which nobody has said yet that they show the student.</summary>
    public static string Person(CohortCode cohort, TeachingPointCode point) => $"{Desk(cohort, point)}/person";

    /// <summary>What a teaching point prints and downloads.</summary>
    public static string Lists(CohortCode cohort, TeachingPointCode point) => $"{Desk(cohort, point)}/lists";

    /// <summary>An own file of the pages.</summary>
    public static string Asset(string version, string name) => $"/api/assets/{version}/{name}";
}
