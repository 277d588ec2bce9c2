using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.Csv;
using MiniExcelLibs.Exceptions;
using MiniExcelLibs.OpenXml;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Imports;

/// <summary>Reads the rows of a csv or xlsx file whose headings stand in one of the first lines, below a title or two.</summary>
internal static class SheetFile
{
    public const int MaxBytes = 10 * 1024 * 1024;
    private const int MaxRows = 100_000;
    private const long MaxUnpackedBytes = 200 * 1024 * 1024;
    private const int MaxParts = 1_000;
    private const long LargePart = 8 * 1024 * 1024;

    // The same row a hundred thousand times comes to about a hundredth.
    private const int MaxRatio = 500;
    private const int MaxCells = 5_000_000;
    private const int HeadingRows = 5;

    // Without this, long texts go to a temporary file, names and ID numbers in plain.
    private static readonly OpenXmlConfiguration Workbook = new() { EnableSharedStringCache = false };

    static SheetFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a line as headings; it may as well be a title above them.</summary>
    public delegate SheetHeadings<T> FindHeadings<T>(IDictionary<string, object?> line);

    /// <summary>Failures: <c>roster-unreadable</c>, <c>roster-too-large</c>, <c>heading-missing</c>, <c>heading-repeated</c>.</summary>
    public static Result<IReadOnlyList<T>> Read<T>(byte[] content, FindHeadings<T> find, CancellationToken cancellationToken)
    {
        try
        {
            var isWorkbook = content.AsSpan().StartsWith("PK\u0003\u0004"u8);
            if (isWorkbook && IsBomb(content))
            {
                return RosterFailures.TooLarge($"{MaxUnpackedBytes / 1048576} MB");
            }

            using var stream = new MemoryStream(content, writable: false);
            var rows = isWorkbook
                ? stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX, configuration: Workbook)
                : stream.Query(useHeaderRow: false, excelType: ExcelType.CSV, configuration: CsvOf(content));
            var formulas = isWorkbook ? SheetFormulas.Find(content, cancellationToken) : [];
            var lines = rows.Cast<IDictionary<string, object?>>().Select((line, i) => WithFormulas(line, i + 1, formulas));
            return Read(lines, find, cancellationToken);
        }
        catch (ExcelColumnNotFoundException ex)
        {
            return RosterFailures.ShortRow(ex.RowIndex);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // A broken file makes the library throw whatever its code happens to throw, null references included; its words may quote
            // cells. Nothing but the library runs above.
            return RosterFailures.Unreadable;
        }
    }

    private static Result<IReadOnlyList<T>> Read<T>(
        IEnumerable<IDictionary<string, object?>> lines, FindHeadings<T> find, CancellationToken cancellationToken)
    {
        // Of the first lines the one that is most like headings, so that a message names what that one lacks.
        var headings = find(new Dictionary<string, object?>());
        var rows = new List<T>();
        var (number, cells) = (0, 0);
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            cells += line.Count;
            if (number > MaxRows || cells > MaxCells)
            {
                // Empty rows and columns count too: a file of a few bytes can claim any number of them.
                return RosterFailures.TooLarge($"{MaxRows} rows");
            }

            if (headings.Missing.Count > 0)
            {
                var found = find(line);
                headings = found.Missing.Count == 0 || found.Known > headings.Known ? found : headings;
                if (headings.Missing.Count > 0 && number == HeadingRows)
                {
                    break;
                }
            }
            else if (line.Values.Any(cell => !string.IsNullOrWhiteSpace(cell?.ToString())))
            {
                rows.Add(headings.Read(number, line));
            }
        }

        return headings.Missing.Count > 0 ? RosterFailures.HeadingMissing(string.Join(", ", headings.Missing))
            : headings.Repeated.Count > 0 ? RosterFailures.HeadingRepeated(string.Join(", ", headings.Repeated))
            : rows;
    }

    // What a formula gives is not taken for what somebody typed: of such a cell only its sign is left.
    private static IDictionary<string, object?> WithFormulas(
        IDictionary<string, object?> line, int number, HashSet<(int Row, string Column)> formulas)
    {
        foreach (var column in formulas.Count == 0 ? [] : line.Keys.Where(column => formulas.Contains((number, column))).ToList())
        {
            line[column] = RosterRow.FormulaSign;
        }

        return line;
    }

    // Excel in China saves csv as GB18030 unless told otherwise.
    private static CsvConfiguration CsvOf(byte[] content)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        Encoding encoding;
        try
        {
            strict.GetCharCount(content);
            encoding = strict;
        }
        catch (DecoderFallbackException)
        {
            encoding = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }

        return new CsvConfiguration
        {
            StreamReaderFunc = stream => new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true),
        };
    }

    private static bool IsBomb(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        return zip.Entries.Count > MaxParts
            || zip.Entries.Sum(entry => entry.Length) > MaxUnpackedBytes
            || zip.Entries.Any(entry => entry.Length > LargePart
                && (!HoldsCells(entry.FullName) || entry.Length > entry.CompressedLength * MaxRatio));
    }

    // Everything else of a workbook is small, and read as a whole.
    private static bool HoldsCells(string part) =>
        part.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) || part.Equals("xl/sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
}
