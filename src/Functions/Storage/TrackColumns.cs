using System.Globalization;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// The columns about proofing, verification and the person, in a student's row. Rows of before they were there read as if nothing had
/// happened. A merge keeps what is not written, so whatever may go away again is written empty.
/// </summary>
internal static class TrackColumns
{
    /// <summary>补采: also read by an import.</summary>
    public const string Recapture = "MustRecapture";

    /// <summary>Since when the student wants no mails; the year 1970 while all are welcome.</summary>
    public const string OptedOut = "OptedOutSince";

    /// <summary>Of which photo a teacher has said that it shows the student; empty while nobody has.</summary>
    public const string Confirmed = "PersonConfirmedSha256";

    private const string ConfirmedBy = "PersonConfirmedBy";

    // A merge keeps what is not written, and a column keeps its type.
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    public static void Write(TableEntity row, Student student, Action<string, string> seal)
    {
        Set("ProofingSince", student.ProofingSince);
        Set("ProofingStartsOn", student.ProofingStartsOn);
        Set("CaptureApprovedOn", student.CaptureApprovedOn);
        Set("VerificationSince", student.VerificationSince);
        SetResult("Proofing", student.ProofingResult);
        SetResult("Verification", student.VerificationResult);
        row[Recapture] = student.MustRecapture;
        row[OptedOut] = student.OptedOutSince ?? Never;
        row[Confirmed] = student.LastConfirmation?.Sha256 ?? "";
        Set("PersonConfirmedAt", student.LastConfirmation?.At);
        seal(ConfirmedBy, student.LastConfirmation?.By ?? "");

        void SetResult<T>(string track, KnownResult<T>? known)
            where T : struct, Enum
        {
            row[$"{track}Result"] = known?.Status?.ToString() ?? "";
            Set($"{track}ResultAt", known?.At);
        }

        void Set(string column, object? value)
        {
            if (value is not null)
            {
                row[column] = value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : value;
            }
        }
    }

    public static Student Read(TableEntity row, Student student, Func<string, string> open) => student with
    {
        ProofingSince = row.GetDateTimeOffset("ProofingSince"),
        ProofingStartsOn = Day("ProofingStartsOn", row),
        CaptureApprovedOn = Day("CaptureApprovedOn", row),
        VerificationSince = row.GetDateTimeOffset("VerificationSince"),
        ProofingResult = Result<ProofingStatus>("Proofing", row),
        VerificationResult = Result<VerificationStatus>("Verification", row),
        MustRecapture = row.GetBoolean(Recapture) ?? false,
        OptedOutSince = OptedOutSince(row),
        LastConfirmation = row.GetString(Confirmed) is { Length: > 0 } sha256
            ? new PersonConfirmation(open(ConfirmedBy), row.GetDateTimeOffset("PersonConfirmedAt")!.Value, sha256)
            : null,
    };

    /// <summary>Since when the student wants no mails; null while all are welcome.</summary>
    public static DateTimeOffset? OptedOutSince(TableEntity row) =>
        row.GetDateTimeOffset(OptedOut) is { } since && since != Never ? since : null;

    public static DateOnly? Day(string column, TableEntity row) =>
        row.GetString(column) is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null;

    private static KnownResult<T>? Result<T>(string track, TableEntity row)
        where T : struct, Enum =>
        row.GetDateTimeOffset($"{track}ResultAt") is { } at
            ? new KnownResult<T>(row.GetString($"{track}Result") is { Length: > 0 } status ? Enum.Parse<T>(status) : null, at)
            : null;
}
