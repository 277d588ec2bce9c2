using Azure.Data.Tables;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// The columns by which an import tells what it changes, without decrypting anything. The number goes into the hash of a profile, so that
/// equal names and profiles of two students do not show; the hash of an ID number is the one of the index.
/// </summary>
internal static class RegisterMarks
{
    private const string IdColumn = "IdHash";
    private const string NameColumn = "NameHash";
    private const string ProfileColumn = "ProfileHash";

    public static readonly string[] Columns =
    [
        "PartitionKey", "RowKey", "StudentNumber", "Verification", TrackColumns.Recapture, IdColumn, NameColumn, ProfileColumn,
    ];

    public static RegisterLine LineOf(DataKeys keys, Enrolment enrolment) =>
        LineOf(keys, enrolment.Key, enrolment.Profile) with { MustRecapture = enrolment.MustRecapture };

    public static RegisterLine LineOf(DataKeys keys, StudentKey key, StudentProfile profile)
    {
        // No field holds a line end.
        var text = string.Join(
            '\n', profile.Name, profile.NationalId.Value, profile.Level, profile.Major, profile.ClassName, profile.Mail, profile.Phone);
        var person = $"{key.Cohort}\n{key.Number}";
        return new RegisterLine(
            key,
            TableKeys.IdHash(keys, profile.NationalId),
            keys.Hash($"name\n{person}\n{profile.Name}"),
            keys.Hash($"profile\n{person}\n{text}"));
    }

    public static void Write(TableEntity row, RegisterLine line)
    {
        row[IdColumn] = line.IdMark;
        row[NameColumn] = line.NameMark;
        row[ProfileColumn] = line.ProfileMark;
    }

    public static RegisterLine Read(TableEntity row) =>
        new(StudentEntityMapping.KeyOf(row), row.GetString(IdColumn), row.GetString(NameColumn), row.GetString(ProfileColumn))
        {
            MustRecapture = row.GetBoolean(TrackColumns.Recapture) ?? false,
            Verification = Enum.Parse<VerificationStatus>(row.GetString("Verification")),
        };
}
