namespace PhotoFunctions.Functions.Exports;

/// <summary>A table of text that is written row by row, whatever the format.</summary>
/// <param name="Name">The name of the sheet, for people; at most 31 characters, of which a workbook allows all but []:*?/\.</param>
/// <param name="Headings">The headings.</param>
/// <param name="Rows">The rows, with a cell for each heading.</param>
internal sealed record TextTable(string Name, IReadOnlyList<string> Headings, IAsyncEnumerable<IReadOnlyList<string>> Rows)
{
    /// <summary>A table of rows that are at hand.</summary>
    public static TextTable Of(string name, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows) =>
        new(name, headings, rows.ToAsyncEnumerable());
}
