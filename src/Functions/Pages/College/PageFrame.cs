using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>What stands around a page: its title, where it belongs, the scripts that it brings.</summary>
/// <param name="Title">The title of the browser's tab; the page itself writes its heading.</param>
public sealed record PageFrame(BilingualText Title)
{
    /// <summary>The cohort whose pages the navigation offers; null for none.</summary>
    public Cohort? Cohort { get; init; }

    /// <summary>The teaching point whose desk the navigation offers; null for none.</summary>
    public TeachingPoint? Point { get; init; }

    /// <summary>File names of the modules to load.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>The address at which the page is looked at; null where it is the request's own.</summary>
    public string? Path { get; init; }

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;
}
