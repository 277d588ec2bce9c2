using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>What is wrong with, or strange about, one row of a roster file.</summary>
/// <param name="Row">The row's number in the file, from 1, headings included.</param>
/// <param name="Failure">What it is.</param>
public sealed record RosterRemark(int Row, Failure Failure);
