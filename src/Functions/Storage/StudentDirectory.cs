using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage.Register;

namespace PhotoFunctions.Functions.Storage;

/// <summary>The lists that people read: students, one student with history, uploads, reviews.</summary>
internal sealed class StudentDirectory(StorageAccount storage, DataKeysSource keysSource)
{
    // Each round means that the student was moved in between.
    private const int MostRounds = 10;
    private static readonly string[] CheckColumns = ["Event", "Details"];

    /// <param name="cohort">The cohort.</param>
    /// <param name="point">The teaching point that the uploads were for.</param>
    /// <param name="since">Only those decided then or later; null: all.</param>
    /// <param name="top">How many items a page has.</param>
    /// <param name="continuation">The token of the page before.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public Task<Result<Page<LedgerEntry>>> ListUploadsAsync(
        CohortCode cohort,
        TeachingPointCode point,
        DateTimeOffset? since,
        int top,
        string? continuation,
        CancellationToken cancellationToken)
    {
        // Two kinds of rows of one partition, with the students between them: the service walks these too, thousands at most. It is one
        // range of keys: an "or" of two would be a walk over the whole table.
        var partition = TableKeys.Partition(cohort, point);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"q~"} and RowKey lt {"u~~"}")
            + TableClient.CreateQueryFilter($" and (RowKey lt {"q~~"} or RowKey ge {"u~"})");
        filter += since is null ? "" : TableClient.CreateQueryFilter($" and DecidedAt ge {since.Value}");
        return ReadPageAsync(filter, top, continuation, LedgerEntityMapping.ToEntry, cancellationToken);
    }

    public Task<Result<Page<LedgerEntry>>> ListUnplacedUploadsAsync(int top, string? continuation, CancellationToken cancellationToken) =>
        ReadPageAsync(TableKeys.Rows(TableKeys.NoPlace, "q"), top, continuation, LedgerEntityMapping.ToEntry, cancellationToken);

    /// <summary>What the photo unit is asked for, by the students of one teaching point, each student's oldest first.</summary>
    public async Task<Result<Page<(string StudentNumber, UnitRequest Request)>>> ListRequestsAsync(
        CohortCode cohort,
        TeachingPointCode point,
        UnitRequestKind? kind,
        UnitRequestStatus? status,
        int top,
        string? continuation,
        CancellationToken cancellationToken)
    {
        var mapping = new UnitRequestEntityMapping(await keysSource.GetAsync(cancellationToken));
        var filter = TableKeys.Rows(TableKeys.Partition(cohort, point), "e");
        filter += kind is null ? "" : TableClient.CreateQueryFilter($" and Kind eq {kind.ToString()}");
        filter += status is null ? "" : TableClient.CreateQueryFilter($" and Status eq {status.ToString()}");
        return await ReadPageAsync(
            filter, top, continuation, row => (row.GetString("StudentNumber"), mapping.ToRequest(row)), cancellationToken);
    }

    /// <summary>The photos that wait for a person, of one teaching point or, with null, of the whole cohort.</summary>
    public async Task<Result<Page<Student>>> ListReviewsAsync(
        CohortCode cohort, TeachingPointCode? point, ReviewKind? kind, int top, string? continuation, CancellationToken cancellationToken)
    {
        // The cohort's partitions lie side by side, other kinds of rows between the students. The service walks them all: an index of
        // what waits would cost a write on every photo, for a list that few people ask for.
        var mapping = new StudentEntityMapping(await keysSource.GetAsync(cancellationToken));
        var filter = point is null ? TableKeys.RowsOfCohort(cohort, "s") : TableKeys.Rows(TableKeys.Partition(cohort, point), "s");
        filter += TableClient.CreateQueryFilter($" and Collection eq {nameof(CollectionStatus.InReview)}");
        filter += StudentFilter.ReviewIs(kind);
        return await ReadPageAsync(filter, top, continuation, mapping.ToStudent, cancellationToken);
    }

    /// <summary>
    /// A student of the cohort, or, when a teaching point is given, of that one only: another one's is answered after the same reads as
    /// nobody's.
    /// </summary>
    public async Task<Student?> FindStudentAsync(
        CohortCode cohort, StudentNumber number, TeachingPointCode? within, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        Azure.ETag? before = null;
        for (var round = 0; round < MostRounds; round++)
        {
            var claim = await StudentClaims.ReadAsync(storage, TableKeys.NumberClaim(number, cohort), cancellationToken);
            if (claim is null)
            {
                return null;
            }

            var key = StudentClaims.HolderOf(claim, cohort);
            if (within is not null && key.TeachingPoint != within)
            {
                return null;
            }

            var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
                TableKeys.Partition(key), TableKeys.Student(number), cancellationToken: cancellationToken);
            if (row.HasValue)
            {
                return new StudentEntityMapping(keys).ToStudent(row.Value!);
            }

            // On the way from one teaching point to another: the move is finished first. Or nobody is where the claim leads.
            if (!await new StudentMoves(storage, keys).FinishAsync(key, cancellationToken) && claim.ETag == before)
            {
                return null;
            }

            before = claim.ETag;
        }

        throw new InvalidOperationException($"The student was moved {MostRounds} times while the page was read.");
    }

    /// <summary>Oldest first; a student who moved has lines at every teaching point on the way.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Student student, CancellationToken cancellationToken)
    {
        var mapping = new HistoryEntityMapping(await keysSource.GetAsync(cancellationToken));
        var history = new List<HistoryEntry>();
        foreach (var place in await PlacesAsync(student, cancellationToken))
        {
            await foreach (var line in storage.Students.QueryAsync<TableEntity>(
                TableKeys.Rows(TableKeys.Partition(place), $"h~{place.Number}"), cancellationToken: cancellationToken))
            {
                history.Add(mapping.ToEntry(line));
            }
        }

        return [.. history.OrderBy(line => line.At)];
    }

    /// <summary>What became of every check's findings, from two columns of the history.</summary>
    public async Task<ReviewStatistics> CountChecksAsync(CohortCode cohort, TeachingPointCode point, CancellationToken cancellationToken)
    {
        // All lines of history of the partition, a few a student: counters would cost a write on every photo (docs/decisions/0009).
        var events = string.Join(" or ", ReviewStatistics.Counted.Select(counted => $"Event eq '{counted}'"));
        var filter = $"{TableKeys.Rows(TableKeys.Partition(cohort, point), "h")} and ({events})";
        var statistics = new ReviewStatistics();
        await foreach (var line in storage.Students.QueryAsync<TableEntity>(
            filter, select: CheckColumns, cancellationToken: cancellationToken))
        {
            statistics.Add(line.GetString("Event"), line.GetString("Details"));
        }

        return statistics;
    }

    // A student may have come back to where they were before.
    private async Task<IReadOnlyCollection<StudentKey>> PlacesAsync(Student student, CancellationToken cancellationToken)
    {
        var places = new List<StudentKey> { student.Key };
        for (var from = student.MovedFrom; from is not null;)
        {
            var place = student.Key with { TeachingPoint = from };
            if (places.Contains(place))
            {
                break;
            }

            places.Add(place);
            from = (await StudentMoves.FindAsync(storage, place, cancellationToken))?.CameFrom;
        }

        return places;
    }

    private async Task<Result<Page<T>>> ReadPageAsync<T>(
        string filter, int top, string? continuation, Func<TableEntity, T> read, CancellationToken cancellationToken) =>
        await TablePages.ReadAsync(
            storage.Students, await keysSource.GetAsync(cancellationToken), filter, top, continuation, read, cancellationToken);
}
