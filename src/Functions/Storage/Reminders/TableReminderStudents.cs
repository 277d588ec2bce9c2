using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage.Register;

namespace PhotoFunctions.Functions.Storage.Reminders;

/// <summary>What reminders need of students: of all of a teaching point a few columns, of one the whole.</summary>
internal sealed class TableReminderStudents(StorageAccount storage, DataKeysSource keysSource, StudentDirectory directory)
    : IReminderStudents
{
    private const string MailColumn = "Mail";
    private const string PhotoColumn = "PhotoETag";

    private static readonly string[] Columns =
    [
        "PartitionKey", "StudentNumber", "Level", "EnrolledAt", Tombstone.FromColumn,
        "Collection", "CollectionSince", PhotoColumn, "PhotoLastModified", "PhotoSha256",
        "Proofing", "ProofingSince", "ProofingStartsOn", "Verification", "VerificationSince", TrackColumns.Recapture,
        MailColumn, TrackColumns.OptedOut,
    ];

    public async IAsyncEnumerable<ReminderFacts> ListAsync(
        CohortCode cohort, TeachingPointCode point, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // 1 transaction for each thousand; nothing is decrypted.
        var filter = TableKeys.Rows(TableKeys.Partition(cohort, point), "s");
        await foreach (var row in storage.Students.QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancellationToken))
        {
            yield return ToFacts(row);
        }
    }

    public async Task<Student?> FindAsync(StudentKey key, CancellationToken cancellationToken)
    {
        var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(key), TableKeys.Student(key.Number), cancellationToken: cancellationToken);
        return row.HasValue
            ? new StudentEntityMapping(await keysSource.GetAsync(cancellationToken)).ToStudent(row.Value!)
            : await directory.FindStudentAsync(key.Cohort, key.Number, null, cancellationToken);
    }

    public async Task<IReadOnlyList<TeachingPointCode>> ListFormerAsync(
        StudentKey student, TeachingPointCode before, CancellationToken cancellationToken)
    {
        var places = new List<TeachingPointCode>();
        for (var from = before; from is not null && !places.Contains(from);)
        {
            places.Add(from);
            from = (await StudentMoves.FindAsync(storage, student with { TeachingPoint = from }, cancellationToken))?.CameFrom;
        }

        // A student may have come back.
        return [.. places.Where(place => place != student.TeachingPoint)];
    }

    private static ReminderFacts ToFacts(TableEntity row) => new()
    {
        Student = StudentEntityMapping.KeyOf(row),
        Level = row.GetString("Level"),
        EnrolledAt = row.GetDateTimeOffset("EnrolledAt")!.Value,
        MovedFrom = TeachingPointCode.Parse(row.GetString(Tombstone.FromColumn)).Value,
        Collection = Enum.Parse<CollectionStatus>(row.GetString("Collection")),
        CollectionSince = row.GetDateTimeOffset("CollectionSince")!.Value,
        PhotoUploadedAt = row.GetString(PhotoColumn) is null ? null : row.GetDateTimeOffset("PhotoLastModified"),
        PhotoSha256 = row.GetString("PhotoSha256") is { Length: > 0 } sha256 ? sha256 : null,
        Proofing = Enum.Parse<ProofingStatus>(row.GetString("Proofing")),
        ProofingSince = row.GetDateTimeOffset("ProofingSince"),
        ProofingStartsOn = TrackColumns.Day("ProofingStartsOn", row),
        Verification = Enum.Parse<VerificationStatus>(row.GetString("Verification")),
        VerificationSince = row.GetDateTimeOffset("VerificationSince"),
        MustRecapture = row.GetBoolean(TrackColumns.Recapture) ?? false,
        HasMail = !FieldCipher.IsOfEmptyText(row.GetBinary(MailColumn)),

        // A merge keeps what is not written: who wants mails again has the beginning of time there.
        HasOptedOut = TrackColumns.OptedOutSince(row) is not null,
    };
}
