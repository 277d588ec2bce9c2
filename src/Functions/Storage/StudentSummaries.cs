using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// Where the students of a teaching point stand, from a few columns of its partition: 1 transaction for each thousand. It is remembered
/// for half a minute, and a change in between is not seen: whoever shows it shows its moment too.
/// </summary>
internal sealed class StudentSummaries(StorageAccount storage, ICalendarStore calendars, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private static readonly string[] Columns =
    [
        "StudentNumber", "EnrolledAt", "Level", "ClassName", "Stage", "Collection", "CollectionSince", "Proofing", "ProofingSince",
        "ProofingStartsOn", "Verification", "VerificationSince", "PhotoFaultCodes", "PhotoSha256", StudentEntityMapping.ReviewColumn,
        TrackColumns.Confirmed,
    ];

    private readonly ConcurrentDictionary<string, SummaryReading> _recent = new();

    public async Task<SummaryReading> ReadAsync(Cohort cohort, TeachingPointCode point, CancellationToken cancellationToken)
    {
        var partition = TableKeys.Partition(cohort.Code, point);
        return _recent.TryGetValue(partition, out var recent) && recent.AsOf + Freshness > time.GetUtcNow()
            ? recent
            : await ReadAnewAsync(cohort, point, cancellationToken);
    }

    /// <summary>As the students stand now, whatever is remembered.</summary>
    public async Task<SummaryReading> ReadAnewAsync(Cohort cohort, TeachingPointCode point, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var partition = TableKeys.Partition(cohort.Code, point);
        var calendar = await calendars.FindAsync(cancellationToken);
        var students = new List<StudentStanding>();
        await foreach (var row in storage.Students.QueryAsync<TableEntity>(
            TableKeys.Rows(partition, "s"), select: Columns, cancellationToken: cancellationToken))
        {
            students.Add(ToStanding(row));
        }

        return _recent[partition] = new SummaryReading(
            ProgressSummary.Of(cohort, point, students, calendar, ChinaTime.DateAt(now)), now);
    }

    private static StudentStanding ToStanding(TableEntity row) => new()
    {
        Number = StudentNumber.Parse(row.GetString("StudentNumber")).Value!,
        EnrolledAt = row.GetDateTimeOffset("EnrolledAt")!.Value,
        Level = row.GetString("Level"),
        ClassName = row.GetString("ClassName"),
        Stage = Enum.Parse<StudentStage>(row.GetString("Stage")),
        Collection = Enum.Parse<CollectionStatus>(row.GetString("Collection")),
        CollectionSince = row.GetDateTimeOffset("CollectionSince")!.Value,
        FaultCodes = row.GetString("PhotoFaultCodes")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
        Review = row.GetString("Collection") != nameof(CollectionStatus.InReview) ? null
            : row.GetString(StudentEntityMapping.ReviewColumn) == nameof(CollectionEvent.AppealOpened) ? ReviewKind.Appeal
            : ReviewKind.Findings,
        IsPersonConfirmed = row.GetString(TrackColumns.Confirmed) is { Length: > 0 } confirmed && confirmed == row.GetString("PhotoSha256"),
        Proofing = Enum.Parse<ProofingStatus>(row.GetString("Proofing")),
        ProofingSince = row.GetDateTimeOffset("ProofingSince"),
        ProofingStartsOn = row.GetString("ProofingStartsOn") is { } day
            ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture)
            : null,
        Verification = Enum.Parse<VerificationStatus>(row.GetString("Verification")),
        VerificationSince = row.GetDateTimeOffset("VerificationSince"),
    };
}
