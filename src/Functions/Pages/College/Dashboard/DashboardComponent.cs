using System.Globalization;
using Microsoft.AspNetCore.Components;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>A part of a page about a cohort, or about one of its teaching points.</summary>
public abstract class DashboardComponent : CollegeComponent
{
    /// <summary>The cohort.</summary>
    [Parameter, EditorRequired]
    public CohortCode Cohort { get; set; } = null!;

    /// <summary>The teaching point that the part is about; null for the whole cohort.</summary>
    [Parameter]
    public TeachingPointCode? Point { get; set; }

    /// <summary>A number of students for people.</summary>
    protected static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>How much of a whole it is; never 100% of less than all of it.</summary>
    protected static string Percent(int part, int whole) =>
        whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100L * part / whole}%");

    /// <summary>A length in a drawing.</summary>
    protected static string Length(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The list of those whom a number counts.</summary>
    protected string Students(string filter, string value) =>
        PagePaths.Students(Cohort, ("teachingPoint", Point?.Value), (filter, value));
}
