namespace PhotoFunctions.Domain.Progress;

/// <summary>One row of a file of results, as written there. Which column holds what is the file reader's affair.</summary>
public sealed record ResultRow
{
    /// <summary>The row's number in the file, from 1, headings included.</summary>
    public required int RowNumber { get; init; }

    /// <summary>学号; empty when the file has no such column.</summary>
    public string StudentNumber { get; init; } = "";

    /// <summary>身份证号; empty when the file has no such column.</summary>
    public string NationalId { get; init; } = "";

    /// <summary>Whether the file held the ID number as a number, which has lost digits.</summary>
    public bool NationalIdIsNumeric { get; init; }

    /// <summary>The result, in a column of its own.</summary>
    public string Result { get; init; } = "";

    /// <summary>A remark that may hold the result among other things; it counts where there is no other.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The day of the result, or of the approval; empty when the file has no such column.</summary>
    public string Date { get; init; } = "";

    /// <summary>Prints nothing personal.</summary>
    /// <returns>The row's number.</returns>
    public override string ToString() => $"row {RowNumber}";
}
