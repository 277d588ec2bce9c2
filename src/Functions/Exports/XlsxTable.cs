using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PhotoFunctions.Functions.Exports;

/// <summary>
/// Writes a table as a workbook of one sheet, row by row into the stream and without blocking it; every cell is text. The library that
/// reads workbooks writes only with blocking calls, and rare characters of names as escapes that few programs read (docs/decisions/0018).
/// </summary>
internal static partial class XlsxTable
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    // Style 1 is text (format 49), so that what somebody types over a cell stays text; style 2 the same in bold.
    private const string Styles = $"""
        <styleSheet xmlns="{Main}">
        <fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>
        <cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    // The headings stay in sight.
    private const string Headline = """
        <sheetViews><sheetView workbookViewId="0">
        <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>
        </sheetView></sheetViews>
        """;

    private static readonly XmlWriterSettings Xml = new() { Async = true, Encoding = new UTF8Encoding(false), CloseOutput = false };

    /// <summary>Leaves the stream open.</summary>
    public static async Task WriteAsync(Stream target, TextTable table, CancellationToken cancellationToken)
    {
        var stream = new ForwardStream(target);
        var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await AddAsync(zip, "[Content_Types].xml", $"""
            <Types xmlns="{Packages}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Sheets}.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Sheets}.worksheet+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Sheets}.styles+xml"/></Types>
            """, cancellationToken);
        await AddAsync(zip, "_rels/.rels", $"""
            <Relationships xmlns="{Packages}/relationships">
            <Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """, cancellationToken);
        await AddAsync(zip, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}">
            <sheets><sheet name="{Attribute(table.Name)}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """, cancellationToken);
        await AddAsync(zip, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Packages}/relationships">
            <Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """, cancellationToken);
        await AddAsync(zip, "xl/styles.xml", Styles, cancellationToken);
        await AddSheetAsync(zip, table, cancellationToken);

        // Not after an exception: it would make half a workbook look whole.
        await zip.DisposeAsync();
        await stream.FlushAsync(cancellationToken);
    }

    private static async Task AddSheetAsync(ZipArchive zip, TextTable table, CancellationToken cancellationToken)
    {
        await using var stream = await zip.CreateEntry("xl/worksheets/sheet1.xml").OpenAsync(cancellationToken);
        await using var xml = XmlWriter.Create(stream, Xml);
        await xml.WriteStartElementAsync(null, "worksheet", Main);
        await xml.WriteRawAsync(Headline);
        await xml.WriteRawAsync($"""<cols><col min="1" max="{table.Headings.Count}" width="18" style="1" customWidth="1"/></cols>""");
        await xml.WriteStartElementAsync(null, "sheetData", Main);
        var number = 1;
        await WriteRowAsync(xml, number, "2", table.Headings);
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            number++;
            await WriteRowAsync(xml, number, "1", row);
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    private static async Task WriteRowAsync(XmlWriter xml, int number, string style, IReadOnlyList<string> cells)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        await xml.WriteStartElementAsync(null, "row", Main);
        await xml.WriteAttributeStringAsync(null, "r", null, row);
        for (var i = 0; i < cells.Count; i++)
        {
            await xml.WriteStartElementAsync(null, "c", Main);
            await xml.WriteAttributeStringAsync(null, "r", null, Column(i) + row);
            await xml.WriteAttributeStringAsync(null, "s", null, style);
            await xml.WriteAttributeStringAsync(null, "t", null, "inlineStr");
            await xml.WriteStartElementAsync(null, "is", Main);
            await xml.WriteStartElementAsync(null, "t", Main);
            await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
            await xml.WriteStringAsync(Escape().Replace(CellText.Of(cells[i]), "_x005F$0"));
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static string Column(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : $"{Column((index / 26) - 1)}{(char)('A' + (index % 26))}";

    private static string Attribute(string text) => System.Security.SecurityElement.Escape(text);

    private static async Task AddAsync(ZipArchive zip, string name, string xml, CancellationToken cancellationToken)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{Declaration}{xml}"), cancellationToken);
    }

    // Four digits between these are an escape to whoever reads the cell.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
