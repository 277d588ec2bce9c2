using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>
/// A row as a line of JSON and back. Every value says its type, as a table would lose it otherwise: <c>{"Count":{"Int64":"7"}}</c>. What is
/// encrypted stays so. ETag and timestamp are the storage's own.
/// </summary>
internal static class RowText
{
    private const string Columns = "Columns";
    private static readonly string[] Own =
        ["odata.etag", nameof(ITableEntity.Timestamp), nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey)];

    public static void Write(Utf8JsonWriter json, TableEntity row)
    {
        json.WriteStartObject();
        json.WriteString(nameof(ITableEntity.PartitionKey), row.PartitionKey);
        json.WriteString(nameof(ITableEntity.RowKey), row.RowKey);
        json.WriteStartObject(Columns);
        foreach (var (column, value) in row.Where(column => !Own.Contains(column.Key)))
        {
            var (type, text) = ToText(value);
            json.WriteStartObject(column);
            json.WriteString(type, text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">The line is no row.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var row = new TableEntity(Text(nameof(ITableEntity.PartitionKey)), Text(nameof(ITableEntity.RowKey)));
            foreach (var column in json.RootElement.GetProperty(Columns).EnumerateObject())
            {
                var value = column.Value.EnumerateObject().Single();
                row.Add(column.Name, ToValue(value.Name, value.Value.GetString()!));
            }

            return row;

            string Text(string name) =>
                json.RootElement.GetProperty(name).GetString() ?? throw new FormatException($"Expected a {name} but found none.");
        }
        catch (Exception ex)
            when (ex is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            // Without what the line says: it is about people.
            throw new FormatException("Expected a row as JSON but found something else.");
        }
    }

    private static (string Type, string Text) ToText(object? value) => value switch
    {
        string text => ("String", text),
        int number => ("Int32", number.ToString(CultureInfo.InvariantCulture)),
        long number => ("Int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => ("Double", number.ToString("R", CultureInfo.InvariantCulture)),
        bool flag => ("Boolean", flag ? "true" : "false"),
        DateTimeOffset instant => ("DateTime", instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        Guid guid => ("Guid", guid.ToString("D")),
        byte[] bytes => ("Binary", Convert.ToBase64String(bytes)),
        BinaryData bytes => ("Binary", Convert.ToBase64String(bytes)),
        _ => throw new InvalidOperationException($"Expected a value as tables have them but found {value?.GetType().Name ?? "none"}."),
    };

    private static object ToValue(string type, string text) => type switch
    {
        "String" => text,
        "Int32" => int.Parse(text, CultureInfo.InvariantCulture),
        "Int64" => long.Parse(text, CultureInfo.InvariantCulture),
        "Double" => double.Parse(text, CultureInfo.InvariantCulture),
        "Boolean" => bool.Parse(text),
        "DateTime" => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        "Guid" => Guid.ParseExact(text, "D"),
        "Binary" => Convert.FromBase64String(text),
        _ => throw new FormatException($"Expected a type of a table's value but received {type}."),
    };
}
