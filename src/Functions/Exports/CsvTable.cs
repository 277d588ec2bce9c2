using System.Buffers;
using System.Text;

namespace PhotoFunctions.Functions.Exports;

/// <summary>Writes a table as csv: RFC 4180, in UTF-8 with a mark by which Excel in China knows it.</summary>
internal static class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Leaves the stream open.</summary>
    public static async Task WriteAsync(Stream target, TextTable table, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Line(table.Headings).AsMemory(), cancellationToken);
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            await writer.WriteAsync(Line(row).AsMemory(), cancellationToken);
        }
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // Readers may cut blanks at the ends of a cell without quotes.
    private static string Cell(string text)
    {
        var cell = CellText.Of(text);
        return cell.AsSpan().ContainsAny(Quoted) || cell.Trim().Length < cell.Length
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
    }
}
