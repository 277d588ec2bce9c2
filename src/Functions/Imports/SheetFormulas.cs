using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace PhotoFunctions.Functions.Imports;

/// <summary>
/// Finds the formulas of a workbook's first sheet. The library reads what a formula gave when the file was last saved, which may be
/// another row's value by now, and does not tell.
/// </summary>
internal static class SheetFormulas
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The cells with a formula, by row number and column letters.</summary>
    public static HashSet<(int Row, string Column)> Find(byte[] workbook, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook, writable: false), ZipArchiveMode.Read);
        var found = new HashSet<(int, string)>();
        if (FirstSheet(zip) is not { } sheet)
        {
            return found;
        }

        using var stream = sheet.Open();
        using var xml = XmlReader.Create(stream);
        var (row, column) = (0, "");
        while (xml.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    row = int.TryParse(xml.GetAttribute("r"), out var number) ? number : row + 1;
                    break;
                case "c":
                    column = (xml.GetAttribute("r") ?? "").TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
                    break;
                case "f":
                    found.Add((row, column));
                    break;
            }
        }

        return found;
    }

    private static ZipArchiveEntry? FirstSheet(ZipArchive zip)
    {
        var id = Load(zip, "xl/workbook.xml")?.Descendants(Main + "sheet").FirstOrDefault()?.Attribute(Relations + "id")?.Value;
        var target = Load(zip, "xl/_rels/workbook.xml.rels")?.Root?.Elements()
            .FirstOrDefault(relation => relation.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        return target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");
    }

    private static XDocument? Load(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
