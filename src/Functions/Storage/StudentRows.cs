using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Walks through the students of teaching points, page by page, for what is exported about all of them.</summary>
internal sealed class StudentRows(StorageAccount storage, DataKeysSource keysSource)
{
    // A student with findings takes some kilobytes: small pages keep a walk of any length flat.
    private const int RowsInPage = 250;

    /// <summary>In the order of the student numbers, of the teaching points one after the other.</summary>
    public async IAsyncEnumerable<Student> ListAsync(
        IReadOnlyList<TeachingPoint> points, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = new StudentEntityMapping(await keysSource.GetAsync(cancellationToken));
        foreach (var point in points)
        {
            var filter = TableKeys.Rows(TableKeys.Partition(point.Cohort, point.Code), "s");
            await foreach (var row in storage.Students.QueryAsync<TableEntity>(filter, RowsInPage, cancellationToken: cancellationToken))
            {
                yield return mapping.ToStudent(row);
            }
        }
    }
}
