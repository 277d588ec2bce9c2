using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.Csv;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>Reads the teaching points that a roster names, so that they can be made before the roster is imported.</summary>
internal static partial class RosterTeachingPoints
{
    /// <summary>A title may stand above the headings.</summary>
    private const int HeadingRows = 5;

    private static readonly string[] Headings = ["教学点", "教学点代码", "teachingPoint"];

    static RosterTeachingPoints() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<string> Read(string fileName, byte[] content)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            var rows = IsWorkbook(content)
                ? stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX)
                : stream.Query(useHeaderRow: false, excelType: ExcelType.CSV, configuration: CsvOf(content));
            return Read(fileName, rows.Cast<IDictionary<string, object?>>());
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or DecoderFallbackException or FormatException)
        {
            throw new DemoException($"{fileName}: expected a roster as csv or xlsx but it cannot be read as one.", ExitCodes.BadUsage);
        }
    }

    public static bool IsWorkbook(byte[] content) => content.AsSpan().StartsWith("PK\u0003\u0004"u8);

    private static List<string> Read(string fileName, IEnumerable<IDictionary<string, object?>> rows)
    {
        string? column = null;
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (column is null)
            {
                column = row.FirstOrDefault(cell => Headings.Contains(cell.Value?.ToString()?.Trim(), StringComparer.OrdinalIgnoreCase)).Key;
                if (column is null && number == HeadingRows)
                {
                    break;
                }
            }
            else if (row[column]?.ToString()?.Trim() is { } code && CodeShape().IsMatch(code))
            {
                // A code of another shape is left to the import, which names its row.
                codes.Add(code);
            }
        }

        return column is null
            ? throw new DemoException($"{fileName}: expected a heading 教学点 (the teaching point's code) in one of the first {HeadingRows} rows but found none.", ExitCodes.BadUsage)
            : [.. codes];
    }

    // Excel in China saves csv as GB18030 unless told otherwise.
    private static CsvConfiguration CsvOf(byte[] content)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        Encoding encoding = strict;
        try
        {
            strict.GetCharCount(content);
        }
        catch (DecoderFallbackException)
        {
            encoding = Encoding.GetEncoding("GB18030");
        }

        return new CsvConfiguration { StreamReaderFunc = stream => new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true) };
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,32}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeShape();
}
