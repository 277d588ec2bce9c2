using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What is wrong with, or strange about, one row of a file of results.</summary>
/// <param name="Row">The row's number in the file, from 1, headings included.</param>
/// <param name="StudentNumber">The student number as written; masked where it may be something else. May be empty.</param>
/// <param name="MaskedNationalId">The ID number, masked. May be empty.</param>
/// <param name="Failure">What it is.</param>
public sealed record ResultRemark(int Row, string StudentNumber, string MaskedNationalId, Failure Failure);
