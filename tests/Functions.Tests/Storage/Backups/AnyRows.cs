using System.Globalization;
using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Tests.Storage.Backups;

/// <summary>Rows of every type, and with keys that are awkward in addresses, filters, headers and lines.</summary>
internal static class AnyRows
{
    public static IReadOnlyList<TableEntity> Awkward { get; } =
    [
        new("it's", "a 'quoted' key") { ["Text"] = "一、二\r\n\"三\" \u2028 <b>" },
        new("a b", "+%2B&=?".Replace("?", "", StringComparison.Ordinal)) { ["Text"] = "" },
        new("教学点", "学生~1") { ["Number"] = int.MinValue, ["Long"] = long.MaxValue, ["Large"] = 5L },
        new("教学点", "学生~2") { ["Double"] = 3.0, ["Small"] = double.Epsilon, ["Most"] = double.MaxValue },
        new("9", "10") { ["Flag"] = true, ["Other"] = false },
        new("10", "9") { ["At"] = new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero).AddTicks(4_567_891) },
        new("10", "10") { ["At"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        new("Z", "") { ["Id"] = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff") },
        new("a", "") { ["Bytes"] = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray(), ["None"] = Array.Empty<byte>() },
        new("~", "~~") { ["Text"] = new string('汉', 30_000) },
        new("no columns", "at all"),
    ];

    public static IEnumerable<TableEntity> Many(string partition, int count) => Enumerable.Range(0, count).Select(index =>
        new TableEntity(partition, index.ToString("D6", CultureInfo.InvariantCulture)) { ["Index"] = index, ["KeyId"] = "k1" });

    public static async Task PutAsync(TableClient table, IEnumerable<TableEntity> rows)
    {
        foreach (var partition in rows.GroupBy(row => row.PartitionKey))
        {
            foreach (var batch in partition.Chunk(100))
            {
                var actions = batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row));
                await table.SubmitTransactionAsync(actions, TestContext.Current.CancellationToken);
            }
        }
    }
}
