using System.Globalization;
using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Tests.Storage.Backups;

/// <summary>All that a row is, types included, as a text to compare; made without the code that writes backups.</summary>
internal static class RowFacts
{
    private static readonly string[] NotKept = ["odata.etag", "Timestamp"];

    public static string Of(TableEntity row)
    {
        var columns = row.Where(column => !NotKept.Contains(column.Key)).OrderBy(column => column.Key, StringComparer.Ordinal);
        return string.Join('\n', columns.Select(column => $"{column.Key}: {Of(column.Value)}"));
    }

    private static string Of(object value) => value switch
    {
        byte[] bytes => $"binary {Convert.ToHexString(bytes)}",
        DateTimeOffset instant => $"instant {instant.UtcTicks}",
        double number => $"double {BitConverter.DoubleToInt64Bits(number)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
    };
}
