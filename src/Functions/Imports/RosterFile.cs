using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.Csv;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Imports;

/// <summary>Reads a roster from a csv or xlsx file; the headings may be Chinese or English and stand below a title.</summary>
internal static class RosterFile
{
    public const int MaxBytes = 10 * 1024 * 1024;
    private const int MaxRows = 100_000;
    private const long MaxUnpackedBytes = 200 * 1024 * 1024;
    private const int HeadingRows = 5;

    static RosterFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Failures: <c>roster-unreadable</c>, <c>roster-too-large</c>, <c>heading-missing</c>.</summary>
    public static Result<IReadOnlyList<RosterRow>> Read(byte[] content)
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
                ? stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX)
                : stream.Query(useHeaderRow: false, excelType: ExcelType.CSV, configuration: CsvOf(content));
            return Read(rows.Cast<IDictionary<string, object?>>());
        }
        catch (Exception ex) when (ex is InvalidDataException or System.Xml.XmlException or DecoderFallbackException or FormatException)
        {
            // The reader's words may quote cells.
            return RosterFailures.Unreadable;
        }
    }

    private static Result<IReadOnlyList<RosterRow>> Read(IEnumerable<IDictionary<string, object?>> lines)
    {
        RosterHeadings? headings = null;
        var rows = new List<RosterRow>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (headings is null)
            {
                headings = RosterHeadings.Find(line);
                if (headings is null && number == HeadingRows)
                {
                    break;
                }
            }
            else if (line.Values.Any(cell => !string.IsNullOrWhiteSpace(cell?.ToString())))
            {
                if (rows.Count == MaxRows)
                {
                    return RosterFailures.TooLarge($"{MaxRows} rows");
                }

                rows.Add(headings.Read(number, line));
            }
        }

        return headings is null ? RosterFailures.HeadingMissing(RosterHeadings.Required) : rows;
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

        return new CsvConfiguration { StreamReaderFunc = stream => new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true) };
    }

    private static bool IsBomb(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        return zip.Entries.Sum(entry => entry.Length) > MaxUnpackedBytes;
    }
}
