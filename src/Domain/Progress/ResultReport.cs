namespace PhotoFunctions.Domain.Progress;

/// <summary>What an import of results did, or would do.</summary>
public sealed record ResultReport
{
    /// <summary>Rows in the file.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that brought something new.</summary>
    public required int Applied { get; init; }

    /// <summary>Rows that said what was known.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that something newer has overtaken.</summary>
    public required int Older { get; init; }

    /// <summary>Rows without a result.</summary>
    public required int WithoutResult { get; init; }

    /// <summary>Rows that were not imported.</summary>
    public int Rejected => Errors.Select(error => error.Row).Distinct().Count();

    /// <summary>Why rows were not imported, in the order of the file.</summary>
    public required IReadOnlyList<ResultRemark> Errors { get; init; }

    /// <summary>What somebody should look at all the same, in the order of the file.</summary>
    public required IReadOnlyList<ResultRemark> Warnings { get; init; }
}
