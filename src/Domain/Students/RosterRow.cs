namespace PhotoFunctions.Domain.Students;

/// <summary>One row of a roster file, as written there.</summary>
public sealed record RosterRow
{
    /// <summary>How a cell begins that holds a formula: of a workbook's formula nothing else is kept.</summary>
    public const string FormulaSign = "=";

    /// <summary>The row's number in the file, from 1, headings included.</summary>
    public required int RowNumber { get; init; }

    /// <summary>学号.</summary>
    public string StudentNumber { get; init; } = "";

    /// <summary>姓名.</summary>
    public string Name { get; init; } = "";

    /// <summary>身份证号.</summary>
    public string NationalId { get; init; } = "";

    /// <summary>Whether the file held the ID number as a number, which has lost digits.</summary>
    public bool NationalIdIsNumeric { get; init; }

    /// <summary>教学点: the code.</summary>
    public string TeachingPoint { get; init; } = "";

    /// <summary>层次; null when the file has no such column.</summary>
    public string? Level { get; init; }

    /// <summary>专业; null when the file has no such column.</summary>
    public string? Major { get; init; }

    /// <summary>班级; null when the file has no such column.</summary>
    public string? ClassName { get; init; }

    /// <summary>邮箱; null when the file has no such column.</summary>
    public string? Mail { get; init; }

    /// <summary>手机; null when the file has no such column.</summary>
    public string? Phone { get; init; }

    /// <summary>补采.</summary>
    public string Recapture { get; init; } = "";

    /// <summary>Prints nothing personal.</summary>
    /// <returns>The row's number.</returns>
    public override string ToString() => $"row {RowNumber}";
}
