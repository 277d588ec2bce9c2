using System.Globalization;

namespace PhotoFunctions.Functions.Imports;

/// <summary>Which column of a sheet holds what, as its headings say.</summary>
internal sealed class SheetColumns
{
    private readonly Dictionary<string, string> _columns = [];
    private readonly List<string> _repeated = [];

    /// <param name="line">A line that may hold the headings, or a title above them.</param>
    /// <param name="known">Headings and the fields that they stand for. Of two columns for one field the first counts.</param>
    public SheetColumns(IDictionary<string, object?> line, IReadOnlyDictionary<string, string> known)
    {
        foreach (var (column, cell) in line)
        {
            if (cell?.ToString()?.Trim() is { } text && known.TryGetValue(text, out var field))
            {
                if (!_columns.TryAdd(field, column))
                {
                    _repeated.Add(text);
                }
            }
        }
    }

    /// <summary>How many fields have a column.</summary>
    public int Count => _columns.Count;

    /// <summary>Headings of fields that have a column already: which one is meant, the file does not say.</summary>
    public IReadOnlyList<string> Repeated => _repeated;

    public bool Has(string field) => _columns.ContainsKey(field);

    public object? Cell(IDictionary<string, object?> line, string field) =>
        _columns.TryGetValue(field, out var column) && line.TryGetValue(column, out var cell) ? cell : null;

    public string Text(IDictionary<string, object?> line, string field) =>
        Convert.ToString(Cell(line, field), CultureInfo.InvariantCulture) ?? "";

    /// <summary>Whether the cell is no text: a number has lost the last digits of an ID.</summary>
    public bool IsNumeric(IDictionary<string, object?> line, string field) => Cell(line, field) is not (null or string);
}
