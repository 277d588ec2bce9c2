using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Pages.College.FileImports;

/// <summary>What is wrong with, or strange about, one row.</summary>
/// <param name="Row">The row's number in the file.</param>
/// <param name="StudentNumber">The student number, as far as it may be shown; may be empty.</param>
/// <param name="MaskedNationalId">The ID number, masked; may be empty.</param>
/// <param name="Failure">What it is.</param>
public sealed record ImportRemark(int Row, string StudentNumber, string MaskedNationalId, Failure Failure)
{
    internal static ImportRemark Of(RosterRemark remark) => new(remark.Row, "", "", remark.Failure);

    internal static ImportRemark Of(ResultRemark remark) =>
        new(remark.Row, remark.StudentNumber, remark.MaskedNationalId, remark.Failure);
}
