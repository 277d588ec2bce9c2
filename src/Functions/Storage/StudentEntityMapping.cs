using System.Text.Json;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Upkeep;
using PhotoFunctions.Functions.Storage.Register;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// A student as a table row and back. Every write encrypts all personal fields anew with the current key, so that rows follow a
/// rotation as they are written.
/// </summary>
internal sealed class StudentEntityMapping(DataKeys keys)
{
    /// <summary>Read alone in the search for the same picture.</summary>
    public const string FingerprintColumn = "PhotoFingerprint";

    /// <summary>The last that a person did about the photo; empty while nobody has.</summary>
    public const string ReviewColumn = "PhotoReview";

    private const int SchemaVersion = 1;

    // A merge keeps what is not written, and a column keeps its type.
    private static readonly DateTimeOffset NeverAccepted = DateTimeOffset.UnixEpoch;

    private static readonly string[] ApprovedBy = [nameof(CollectionEvent.ReviewApproved), nameof(CollectionEvent.AppealGranted)];

    /// <summary>What <see cref="ToPicture"/> needs.</summary>
    public static string[] PictureColumns { get; } =
        ["PartitionKey", "StudentNumber", "Collection", "PhotoLastModified", FingerprintColumn, "PhotoOutputs", ReviewColumn];

    public TableEntity ToEntity(Student student)
    {
        var key = keys.EncryptionKeys[0];
        var (profile, photo) = (student.Profile, student.Photo);
        var entity = new TableEntity(TableKeys.Partition(student.Key), TableKeys.Student(student.Key.Number))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["KeyId"] = key.Name,
            ["StudentNumber"] = student.Key.Number.Value,
            ["Level"] = profile.Level,
            ["Major"] = profile.Major,
            ["ClassName"] = profile.ClassName,
            ["EnrolledAt"] = student.EnrolledAt,
            ["Collection"] = student.Collection.ToString(),
            ["CollectionSince"] = student.CollectionSince,
            ["Proofing"] = student.Proofing.ToString(),
            ["Verification"] = student.Verification.ToString(),
            ["Stage"] = student.Stage.ToString(),
            ["RefusedPhotos"] = JsonSerializer.Serialize(student.RefusedPhotos),
        };
        RegisterMarks.Write(entity, RegisterMarks.LineOf(keys, student.Key, profile));
        Seal("Name", profile.Name);
        Seal("NationalId", profile.NationalId.Value);
        Seal("Mail", profile.Mail);
        Seal("Phone", profile.Phone);
        TrackColumns.Write(entity, student, Seal);
        if (photo is not null)
        {
            Seal("PhotoBlobName", photo.Source.BlobName);
            entity["PhotoETag"] = photo.Source.ETag;
            entity["PhotoLastModified"] = photo.Source.LastModified;
            entity["PhotoAcceptedAt"] = photo.AcceptedAt ?? NeverAccepted;
            entity["PhotoSha256"] = photo.Sha256 ?? "";
            entity["PhotoFaultCodes"] = string.Join(' ', photo.FaultCodes);
            entity["PhotoDoubtCodes"] = string.Join(' ', photo.DoubtCodes);
            entity["PhotoFindings"] = JsonSerializer.Serialize(photo.Findings);
            entity[FingerprintColumn] = photo.Fingerprint?.Text ?? "";
            entity["PhotoOutputs"] = JsonSerializer.Serialize(photo.Outputs);
            entity[ReviewColumn] = photo.Review?.Event.ToString() ?? "";
            Seal("PhotoReviewPerson", photo.Review?.Person ?? "");
            Seal("PhotoReviewReason", photo.Review?.Reason ?? "");
        }

        return entity;

        void Seal(string column, string text) => entity[column] = FieldCipher.Encrypt(key, text, AssociatedData(student.Key, column));
    }

    public Student ToStudent(TableEntity entity)
    {
        var key = KeyOf(entity);
        var encryptionKey = keys.EncryptionKey(entity.GetString("KeyId"));
        var student = new Student
        {
            Key = key,
            Profile = new StudentProfile
            {
                Name = Open("Name"),
                NationalId = Trusted(NationalId.Parse(Open("NationalId"))),
                Level = entity.GetString("Level"),
                Major = entity.GetString("Major"),
                ClassName = entity.GetString("ClassName"),
                Mail = Open("Mail"),
                Phone = Open("Phone"),
            },
            MovedFrom = TeachingPointCode.Parse(entity.GetString(Tombstone.FromColumn)).Value,
            MovedOn = entity.GetDateTimeOffset(Tombstone.OnColumn),
            EnrolledAt = entity.GetDateTimeOffset("EnrolledAt")!.Value,
            Collection = Enum.Parse<CollectionStatus>(entity.GetString("Collection")),
            CollectionSince = entity.GetDateTimeOffset("CollectionSince")!.Value,
            Proofing = Enum.Parse<ProofingStatus>(entity.GetString("Proofing")),
            Verification = Enum.Parse<VerificationStatus>(entity.GetString("Verification")),
            Photo = entity.GetString("PhotoETag") is { } eTag
                ? new DecidedPhoto
                {
                    Source = new UploadVersion(Open("PhotoBlobName"), eTag, entity.GetDateTimeOffset("PhotoLastModified")!.Value),
                    Sha256 = entity.GetString("PhotoSha256") is { Length: > 0 } sha256 ? sha256 : null,
                    FaultCodes = entity.GetString("PhotoFaultCodes").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    DoubtCodes = (entity.GetString("PhotoDoubtCodes") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    Findings = entity.GetString("PhotoFindings") is { } findings ? JsonSerializer.Deserialize<Failure[]>(findings)! : [],
                    Fingerprint = PhotoFingerprint.TryParse(entity.GetString(FingerprintColumn)),
                    Outputs = JsonSerializer.Deserialize<StoredOutput[]>(entity.GetString("PhotoOutputs"))!,
                    AcceptedAt = entity.GetDateTimeOffset("PhotoAcceptedAt") is { } acceptedAt && acceptedAt != NeverAccepted ? acceptedAt : null,
                    Review = Review(),
                }
                : null,
            RefusedPhotos = entity.GetString("RefusedPhotos") is { } refused ? JsonSerializer.Deserialize<RefusedPhoto[]>(refused)! : [],
        };
        return TrackColumns.Read(entity, student, Open);

        ReviewAct? Review() => entity.GetString(ReviewColumn) is { Length: > 0 } happened
            ? new ReviewAct
            {
                Event = Enum.Parse<CollectionEvent>(happened),
                Sha256 = entity.GetString("PhotoSha256"),
                Person = Open("PhotoReviewPerson"),
                Reason = Open("PhotoReviewReason"),
            }
            : null;

        string Open(string column) => FieldCipher.Decrypt(encryptionKey, entity.GetBinary(column), AssociatedData(key, column));
    }

    /// <summary>What the nightly work needs of a row.</summary>
    public static StudentPicture ToPicture(TableEntity entity) => new()
    {
        Student = KeyOf(entity),
        Collection = Enum.Parse<CollectionStatus>(entity.GetString("Collection")),
        UploadedAt = entity.GetDateTimeOffset("PhotoLastModified"),
        Fingerprint = PhotoFingerprint.TryParse(entity.GetString(FingerprintColumn)),
        IsApprovedByPerson = ApprovedBy.Contains(entity.GetString(ReviewColumn)),
        Outputs = entity.GetString("PhotoOutputs") is { } outputs ? JsonSerializer.Deserialize<StoredOutput[]>(outputs)! : [],
    };

    /// <summary>Where the row says it belongs.</summary>
    public static StudentKey KeyOf(TableEntity entity)
    {
        var place = entity.PartitionKey.Split('~');
        return new StudentKey(
            Trusted(CohortCode.Parse(place[0])),
            Trusted(TeachingPointCode.Parse(place[1])),
            Trusted(StudentNumber.Parse(entity.GetString("StudentNumber"))));
    }

    private static string AssociatedData(StudentKey key, string column) =>
        SealedFields.AssociatedData(TableKeys.Partition(key), TableKeys.Student(key.Number), column);

    private static T Trusted<T>(Result<T> result) =>
        result.Succeeded(out var value, out var failure)
            ? value
            : throw new InvalidDataException($"A stored student cannot be read: {failure.Code}.");
}
