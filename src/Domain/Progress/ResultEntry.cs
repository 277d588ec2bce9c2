using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Progress;

/// <summary>A row after reading: whom it is about and what it says, or what is wrong with it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Number">The student number; null when the row has none.</param>
/// <param name="Id">The ID number; null when the row has none.</param>
/// <param name="Result">What it says; null when it says nothing.</param>
/// <param name="Errors">Every fault of the row.</param>
internal sealed record ResultEntry(
    ResultRow Row, StudentNumber? Number, NationalId? Id, ReportedResult? Result, IReadOnlyList<Failure> Errors)
{
    private const int IdLength = 18;
    private const int LongestShown = 32;

    /// <summary>What somebody should look at in a row that says nothing; null for nothing.</summary>
    internal Failure? Warning { get; init; }

    internal ResultRemark Remark(Failure failure) => new(
        Row.RowNumber,
        Number is { Value.Length: < IdLength } number ? number.Value : Hidden(Row.StudentNumber),
        Id?.Masked ?? Hidden(Row.NationalId),
        failure);

    // What stands in the wrong column, or is mistyped, may be personal.
    private static string Hidden(string cell) =>
        Masking.Mask(cell.Trim() is { Length: > LongestShown } longText ? longText[..LongestShown] : cell.Trim());
}
