using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Progress;

/// <summary>Reads one row of results: whom it is about and what it says. Names every fault of the row.</summary>
/// <param name="kind">What the file is about.</param>
/// <param name="asOf">The moment of the file, for rows without a day of their own.</param>
/// <param name="now">The present.</param>
internal sealed class ResultRowReader(ResultKind kind, DateTimeOffset asOf, DateTimeOffset now)
{
    internal ResultEntry Read(ResultRow row)
    {
        var errors = new List<Failure>();
        var number = IsEmpty(row.StudentNumber) ? null : Take(StudentNumber.Parse(row.StudentNumber.Trim()), errors);
        var id = IsEmpty(row.NationalId) ? null
            : Take(row.NationalIdIsNumeric ? NationalIdFailures.NumericCell : NationalId.Parse(row.NationalId), errors);
        if (IsEmpty(row.StudentNumber) && IsEmpty(row.NationalId))
        {
            errors.Add(ResultFailures.NobodyNamed);
        }

        DateTimeOffset? day = IsEmpty(row.Date) ? null : Take(ResultDate.Parse(row.Date, now), errors);
        var result = kind switch
        {
            ResultKind.CaptureApprovals => day is { } approved ? new ReportedResult { ApprovedOn = ChinaTime.DateAt(approved) } : null,
            ResultKind.Proofing => Answer(row, day, errors),
            _ => Verdict(row, day, errors),
        };
        return new ResultEntry(row, number, id, result, errors)
        {
            Warning = kind == ResultKind.Verification && IsUnclear(row) ? ResultFailures.RemarkUnclear : null,
        };
    }

    private static bool IsEmpty(string cell) => string.IsNullOrWhiteSpace(cell);

    private static bool IsUnclear(ResultRow row) =>
        IsEmpty(row.Result) && !VerificationText.IsAboutVerification(row.Remark) && VerificationText.HasVerdict(row.Remark);

    private static T? Take<T>(Result<T> result, List<Failure> errors)
    {
        if (result.Succeeded(out var value, out var failure))
        {
            return value;
        }

        errors.Add(failure);
        return default;
    }

    private ReportedResult? Answer(ResultRow row, DateTimeOffset? day, List<Failure> errors)
    {
        var status = Take(ProofingText.Read(IsEmpty(row.Result) ? row.Remark : row.Result), errors);
        return status == ProofingStatus.NotDue ? null : new ReportedResult
        {
            Proofing = new ImportedResult<ProofingStatus>(status, day ?? asOf, IsSnapshot: day is null),
        };
    }

    private ReportedResult? Verdict(ResultRow row, DateTimeOffset? day, List<Failure> errors)
    {
        var text = !IsEmpty(row.Result) ? row.Result : VerificationText.IsAboutVerification(row.Remark) ? row.Remark : "";
        var status = Take(VerificationText.Read(text), errors);
        return status == VerificationStatus.Pending ? null : new ReportedResult
        {
            Verification = new ImportedResult<VerificationStatus>(status, day ?? asOf, IsSnapshot: day is null),
        };
    }
}
