using System.Text.Json;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// The lists of students. A page ends at a student and the next one begins behind it, so the token holds a key, not the service's own
/// token, and belongs to one list with one filter and one order.
/// </summary>
internal sealed class StudentLists(StorageAccount storage, DataKeysSource keysSource)
{
    private const int MostRowsOfPage = 1000;
    private const int PartitionsAtOnce = 8;

    /// <summary>
    /// The students of all teaching points of a cohort, by the order of these, then by number: the order of the keys. Failure:
    /// <c>continuation-invalid</c>.
    /// </summary>
    public Task<Result<Page<Student>>> ListAsync(
        CohortCode cohort,
        IReadOnlyList<TeachingPoint> points,
        StudentFilter filter,
        int top,
        string? continuation,
        CancellationToken cancellationToken) =>
        ReadInKeyOrderAsync(cohort.Value, points, filter, top, continuation, cancellationToken);

    /// <summary>A teaching point's students in any order. Failure: <c>continuation-invalid</c>.</summary>
    public async Task<Result<Page<Student>>> ListAsync(
        TeachingPoint point,
        StudentFilter filter,
        StudentOrder order,
        int top,
        string? continuation,
        CancellationToken cancellationToken)
    {
        if (order == StudentOrder.ByNumber)
        {
            return await ReadInKeyOrderAsync(
                TableKeys.Partition(point.Cohort, point.Code), [point], filter, top, continuation, cancellationToken);
        }

        var keys = await keysSource.GetAsync(cancellationToken);
        var partition = TableKeys.Partition(point.Cohort, point.Code);
        var list = NameOf(partition, filter, order);
        if (!ContinuationCipher.Open(keys, list, continuation).Succeeded(out var token, out var failure))
        {
            return failure;
        }

        // The service knows no order but that of the keys: the few columns of all that pass are read and sorted here, 1 transaction for
        // each thousand, and then the rows of the page.
        var ranks = new List<StudentOrder.Rank>();
        await foreach (var row in storage.Students.QueryAsync<TableEntity>(
            filter.RowsOf(partition, null), MostRowsOfPage, [nameof(TableEntity.RowKey), .. order.Columns], cancellationToken))
        {
            ranks.Add(order.RankOf(row));
        }

        var last = token is null ? null : JsonSerializer.Deserialize<StudentOrder.Rank>(token);
        ranks.Sort(order);
        var page = ranks.Where(rank => last is null || order.Compare(rank, last) > 0).Take(top + 1).ToList();
        var wanted = page.Take(top).Select(rank => $"s~{rank.Number}").ToHashSet();
        var rows = new Dictionary<string, TableEntity>();
        await foreach (var row in storage.Students.FindAsync(partition, wanted, null, cancellationToken))
        {
            rows[row.RowKey] = row;
        }

        // Who has left in between is not shown.
        var mapping = new StudentEntityMapping(keys);
        var next = page.Count > top ? JsonSerializer.Serialize(page[top - 1]) : null;
        return new Page<Student>(
            [.. page.Take(top).Select(rank => rows.GetValueOrDefault($"s~{rank.Number}")).OfType<TableEntity>().Select(mapping.ToStudent)],
            ContinuationCipher.Seal(keys, list, next));
    }

    private async Task<Result<Page<Student>>> ReadInKeyOrderAsync(
        string place,
        IReadOnlyList<TeachingPoint> points,
        StudentFilter filter,
        int top,
        string? continuation,
        CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var list = NameOf(place, filter, StudentOrder.ByNumber);
        if (!ContinuationCipher.Open(keys, list, continuation).Succeeded(out var token, out var failure))
        {
            return failure;
        }

        // One row more tells whether there is another page.
        var from = token is null ? null : JsonSerializer.Deserialize<string[]>(token);
        var rows = new List<TableEntity>();
        var next = from is null ? 0 : points.TakeWhile(point => string.CompareOrdinal(point.Code.Value, from[0]) < 0).Count();
        var atOnce = 1;
        while (next < points.Count && rows.Count <= top)
        {
            var found = await Task.WhenAll(points.Skip(next).Take(atOnce).Select(point => ReadAsync(
                TableKeys.Partition(point.Cohort, point.Code),
                filter,
                point.Code.Value == from?[0] ? from[1] : null,
                top + 1 - rows.Count,
                cancellationToken)));
            rows.AddRange(found.SelectMany(part => part));
            next += atOnce;

            // Mostly the first teaching point fills the page. Where it does not, few students pass, and many are asked at once.
            atOnce = PartitionsAtOnce;
        }

        var mapping = new StudentEntityMapping(keys);
        var last = rows.Count > top ? JsonSerializer.Serialize(PlaceOf(rows[top - 1])) : null;
        return new Page<Student>([.. rows.Take(top).Select(mapping.ToStudent)], ContinuationCipher.Seal(keys, list, last));
    }

    private static string NameOf(string place, StudentFilter filter, StudentOrder order) =>
        $"students/{place}/{order.Name}/{filter.RowsOf("", null)}";

    // Teaching point and number.
    private static string[] PlaceOf(TableEntity row) => [row.PartitionKey.Split('~')[1], row.RowKey[2..]];

    private async Task<List<TableEntity>> ReadAsync(
        string partition, StudentFilter filter, string? after, int wanted, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in storage.Students.QueryAsync<TableEntity>(
            filter.RowsOf(partition, after), Math.Min(wanted, MostRowsOfPage), cancellationToken: cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == wanted)
            {
                break;
            }
        }

        return rows;
    }
}
