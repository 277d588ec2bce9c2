using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>What an import of teaching points did.</summary>
public sealed record TeachingPointReport
{
    /// <summary>Whether nothing was stored, and the rest says what an import would do.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>Rows with teaching points in the file.</summary>
    public required int Rows { get; init; }

    /// <summary>New teaching points.</summary>
    public required int Added { get; init; }

    /// <summary>Teaching points of which something changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Teaching points as before.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that were not imported.</summary>
    public int Rejected => Errors.Select(error => error.Row).Distinct().Count();

    /// <summary>Why rows were not imported: the first fault of every row, in the order of the file.</summary>
    public required IReadOnlyList<RosterRemark> Errors { get; init; }
}
