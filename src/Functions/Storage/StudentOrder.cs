using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Storage;

/// <summary>In which order a teaching point's students are listed. Students alike in it follow each other by number.</summary>
internal sealed class StudentOrder : IComparer<StudentOrder.Rank>
{
    private readonly bool _isDescending;
    private readonly Func<TableEntity, string> _value;

    private StudentOrder(string name, string[] columns, Func<TableEntity, string> value)
    {
        (Name, Columns, _value) = (name, columns, value);
        _isDescending = name.StartsWith('-');
    }

    /// <summary>The order of the keys, which costs nothing.</summary>
    public static StudentOrder ByNumber { get; } = new("studentNumber", [], _ => "");

    /// <summary>All orders there are.</summary>
    public static IReadOnlyList<StudentOrder> All { get; } =
    [
        ByNumber,
        new("-studentNumber", [], _ => ""),
        new("collectionSince", ["CollectionSince"], Since),
        new("-collectionSince", ["CollectionSince"], Since),
        new("className", ["ClassName"], row => row.GetString("ClassName")),
    ];

    /// <summary>Its name in the API.</summary>
    public string Name { get; }

    /// <summary>The columns that it looks at, beside the key.</summary>
    public string[] Columns { get; }

    public Rank RankOf(TableEntity row) => new(_value(row), row.RowKey[2..]);

    public int Compare(Rank? x, Rank? y)
    {
        var order = string.CompareOrdinal(x!.Value, y!.Value);
        order = order != 0 ? order : string.CompareOrdinal(x.Number, y.Number);
        return _isDescending ? -order : order;
    }

    // In UTC and of one length, so that texts sort as moments do.
    private static string Since(TableEntity row) =>
        row.GetDateTimeOffset("CollectionSince")!.Value.UtcTicks.ToString("D19", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where a student stands in the order.</summary>
    internal sealed record Rank(string Value, string Number);
}
