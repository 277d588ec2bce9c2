using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Tests.Storage;

/// <summary>Holds the students of a cohort against their claims in the index, row by row.</summary>
internal static class RegisterAudit
{
    public static async Task<IReadOnlyList<string>> UnsoundAsync(TableServiceClient tables, CohortCode cohort)
    {
        var students = await RowsAsync(tables, "Students", row =>
            row.PartitionKey.StartsWith($"{cohort}~", StringComparison.Ordinal) && row.RowKey.StartsWith("s~", StringComparison.Ordinal));
        var claims = await RowsAsync(tables, "StudentIndex", row => row.RowKey.EndsWith($"~{cohort}", StringComparison.Ordinal));
        var expected = students.SelectMany(student => new[]
        {
            $"{student.GetString("StudentNumber")}~{cohort} {Place(student)}", $"{student.GetString("IdHash")}~{cohort} {Place(student)}",
        });
        var found = from claim in claims
                    select $"{claim.RowKey} {cohort}~{claim.GetString("TeachingPoint")} {claim.GetString("StudentNumber")}";
        var (wanted, standing) = (expected.ToList(), found.ToList());
        return
        [
            .. wanted.Except(standing).Select(claim => $"missing {claim}"),
            .. standing.Except(wanted).Select(claim => $"dangling {claim}"),
            .. wanted.GroupBy(claim => claim).Where(group => group.Count() > 1).Select(group => $"twice {group.Key}"),
        ];

        static string Place(TableEntity student) => $"{student.PartitionKey} {student.GetString("StudentNumber")}";
    }

    private static async Task<List<TableEntity>> RowsAsync(TableServiceClient tables, string table, Func<TableEntity, bool> filter)
    {
        var rows = new List<TableEntity>();
        var token = TestContext.Current.CancellationToken;
        await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: token))
        {
            if (filter(row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }
}
