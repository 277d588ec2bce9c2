using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// What waits for a person at a teaching point, one student after the other. Nothing is kept for it: a few columns of the rows are read
/// each time, 1 transaction for each thousand, and then the student's own row.
/// </summary>
internal sealed class StudentQueues(StorageAccount storage, DataKeysSource keysSource)
{
    private const int MostRowsOfPage = 1000;
    private const string Class = "ClassName";
    private const string Collection = "Collection";
    private const string Photo = "PhotoSha256";

    /// <summary>The photos that wait for a decision, by number.</summary>
    public Task<QueuePlace> FindReviewAsync(
        TeachingPoint point, bool withAppeals, QueuePosition from, CancellationToken cancellationToken) => FindAsync(
            point,
            new StudentFilter { Collection = CollectionStatus.InReview },
            [nameof(TableEntity.RowKey), StudentEntityMapping.ReviewColumn],
            _ => "",
            row => withAppeals || row.GetString(StudentEntityMapping.ReviewColumn) != nameof(CollectionEvent.AppealOpened),
            from,
            cancellationToken);

    /// <summary>
    /// The accepted photos of which nobody has said that they show the student, by class and number. All students' rows are looked at, so
    /// that the place of one who has just been confirmed is known.
    /// </summary>
    public Task<QueuePlace> FindUnconfirmedAsync(TeachingPoint point, QueuePosition from, CancellationToken cancellationToken) => FindAsync(
        point,
        new StudentFilter(),
        [nameof(TableEntity.RowKey), Class, Collection, Photo, TrackColumns.Confirmed],
        row => row.GetString(Class),
        row => row.GetString(Collection) == nameof(CollectionStatus.Accepted)
            && row.GetString(Photo) != row.GetString(TrackColumns.Confirmed),
        from,
        cancellationToken);

    private async Task<QueuePlace> FindAsync(
        TeachingPoint point,
        StudentFilter filter,
        string[] columns,
        Func<TableEntity, string> group,
        Func<TableEntity, bool> waits,
        QueuePosition from,
        CancellationToken cancellationToken)
    {
        var partition = TableKeys.Partition(point.Cohort, point.Code);
        var line = new List<(string Group, string Number, bool Waits)>();
        await foreach (var row in storage.Students.QueryAsync<TableEntity>(
            filter.RowsOf(partition, null), MostRowsOfPage, columns, cancellationToken))
        {
            line.Add((group(row), row.RowKey[2..], waits(row)));
        }

        line.Sort((one, other) => string.CompareOrdinal(one.Group, other.Group) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Number, other.Number));
        var start = StartOf(line.Select(place => (place.Group, place.Number)).ToList(), from);
        for (var next = start; next < line.Count; next++)
        {
            if (line[next].Waits && await ReadAsync(partition, line[next].Number, cancellationToken) is { } student)
            {
                return new QueuePlace(student, line[(next + 1)..].Count(place => place.Waits), line[..next].Count(place => place.Waits));
            }
        }

        return new QueuePlace(null, 0, line.Count(place => place.Waits));
    }

    // In line by number alone the place is known though its student stands there no more; else whoever is gone leaves it at the start.
    private static int StartOf(List<(string Group, string Number)> line, QueuePosition from)
    {
        if (from.Number is not { } number)
        {
            return 0;
        }

        var known = line.FindIndex(place => place.Number == number.Value);
        return known >= 0 ? (from.IsInclusive ? known : known + 1)
            : line.TrueForAll(place => place.Group.Length == 0)
                ? line.TakeWhile(place => string.CompareOrdinal(place.Number, number.Value) < 0).Count()
            : 0;
    }

    // Null for one who has left in this moment.
    private async Task<Student?> ReadAsync(string partition, string number, CancellationToken cancellationToken)
    {
        var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            partition, $"s~{number}", cancellationToken: cancellationToken);
        return row.HasValue ? new StudentEntityMapping(await keysSource.GetAsync(cancellationToken)).ToStudent(row.Value!) : null;
    }
}
