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
    private const int MarkLength = 13;
    private const string IdColumn = "IdHash";
    private const string NameColumn = "NameHash";
    private const string ProfileColumn = "ProfileHash";

    public static readonly string[] Columns =
    [
        "PartitionKey", "RowKey", "StudentNumber", "Verification", TrackColumns.Recapture, IdColumn, NameColumn, ProfileColumn,
    ];

    public static RegisterLine LineOf(DataKeys keys, Enrolment enrolment) =>
        LineOf(keys, enrolment.Key, enrolment.Profile, enrolment.Unsaid) with { MustRecapture = enrolment.MustRecapture };

    public static RegisterLine LineOf(DataKeys keys, StudentKey key, StudentProfile profile, ProfileFields unsaid = ProfileFields.None)
    {
        var person = $"{key.Cohort}\n{key.Number}";
        string[] parts =
        [
            Mark("person", $"{profile.Name}\n{profile.NationalId.Value}"),
            Field(ProfileFields.Level, profile.Level),
            Field(ProfileFields.Major, profile.Major),
            Field(ProfileFields.ClassName, profile.ClassName),
            Field(ProfileFields.Mail, profile.Mail),
            Field(ProfileFields.Phone, profile.Phone),
        ];
        return new RegisterLine(
            key, TableKeys.IdHash(keys, profile.NationalId), keys.Hash($"name\n{person}\n{profile.Name}"), string.Join(' ', parts));

        string Field(ProfileFields field, string text) => unsaid.HasFlag(field) ? RegisterLine.Unsaid : Mark(field.ToString(), text);

        // 65 bits: enough to tell one text from another. No field holds a line end.
        string Mark(string field, string text) => keys.Hash($"profile\n{field}\n{person}\n{text}")[..MarkLength];
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
