using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Tests.Exports;

/// <summary>Reads a file as the app's own importer does: the first cells of the rows below the headings.</summary>
internal static class SheetReader
{
    private const string Heading = "学号";

    public static IReadOnlyList<string[]> Read(byte[] file, int columns)
    {
        var read = SheetFile.Read(
            file,
            line => new SheetHeadings<string[]>(
                1,
                line.Values.Contains(Heading) ? [] : [Heading],
                (_, row) => [.. row.Values.Take(columns).Select(cell => (string?)cell ?? "")]),
            CancellationToken.None);
        Assert.True(read.Succeeded(out var rows, out var failure), failure?.Message.English);
        return rows;
    }
}
