namespace PhotoFunctions.Domain.Students;

/// <summary>What a roster import did.</summary>
public sealed record RosterReport
{
    /// <summary>Whether nothing was stored, and the rest says what an import would do.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>Rows with students in the file.</summary>
    public required int Rows { get; init; }

    /// <summary>New students.</summary>
    public required int Added { get; init; }

    /// <summary>Enrolled students whose profile changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Enrolled students whose ID number was corrected.</summary>
    public required int Corrected { get; init; }

    /// <summary>Enrolled students who were moved to another teaching point.</summary>
    public required int Moved { get; init; }

    /// <summary>Enrolled students, as before.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that were not imported.</summary>
    public int Rejected => Errors.Select(error => error.Row).Distinct().Count();

    /// <summary>Why rows were not imported: every fault of every row, in the order of the file.</summary>
    public required IReadOnlyList<RosterRemark> Errors { get; init; }

    /// <summary>What is strange about rows that were imported all the same.</summary>
    public required IReadOnlyList<RosterRemark> Warnings { get; init; }
}
