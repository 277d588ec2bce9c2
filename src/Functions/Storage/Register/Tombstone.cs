using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// What a student leaves behind at a teaching point. While the move is open it is the student, whole, in a row that no list finds; it is
/// nothing but a signpost afterwards (docs/decisions/0012).
/// </summary>
internal sealed record Tombstone(TableEntity Row)
{
    /// <summary>On the student, and on a tombstone: from where the student came before.</summary>
    public const string FromColumn = "MovedFrom";

    /// <summary>On the student: when.</summary>
    public const string OnColumn = "MovedOn";

    private const string ToColumn = "MovedTo";
    private const string BegunColumn = "MoveBegunAt";
    private const string MoveColumn = "MoveId";
    private const string OpenColumn = "MoveIsOpen";
    private static readonly string[] System = ["odata.etag", "PartitionKey", "RowKey", "Timestamp"];
    private static readonly string[] OfMove = [ToColumn, BegunColumn, MoveColumn, OpenColumn];

    /// <summary>Where the student was.</summary>
    public StudentKey Old => StudentEntityMapping.KeyOf(Row);

    /// <summary>Where the student is, or is on the way to.</summary>
    public StudentKey New => Old with { TeachingPoint = TeachingPointCode.Parse(Row.GetString(ToColumn)).Value! };

    /// <summary>From where the student had come to this place; null when from nowhere.</summary>
    public TeachingPointCode? CameFrom => TeachingPointCode.Parse(Row.GetString(FromColumn)).Value;

    public DateTimeOffset BegunAt => Row.GetDateTimeOffset(BegunColumn)!.Value;

    public string Move => Row.GetString(MoveColumn);

    /// <summary>Whether not all rows are where they belong yet.</summary>
    public bool IsOpen => Row.GetBoolean(OpenColumn) == true;

    /// <summary>The row of a move that begins: everything that the student's row holds.</summary>
    public static TableEntity Begin(TableEntity student, StudentKey from, TeachingPointCode to, DateTimeOffset at)
    {
        var row = Copy(student, student.PartitionKey, TableKeys.Tombstone(from.Number), []);
        row[ToColumn] = to.Value;
        row[BegunColumn] = at;
        row[MoveColumn] = Guid.NewGuid().ToString("N");
        row[OpenColumn] = true;
        return row;
    }

    /// <summary>The student's row at the new teaching point. What is encrypted opens there too: it is bound to cohort and number.</summary>
    public TableEntity Arrived()
    {
        var row = Copy(Row, TableKeys.Partition(New), TableKeys.Student(New.Number), OfMove);
        row[FromColumn] = Old.TeachingPoint.Value;
        row[OnColumn] = BegunAt;
        return row;
    }

    /// <summary>Another row of the student at the new teaching point.</summary>
    public TableEntity Arrived(TableEntity row) => Copy(row, TableKeys.Partition(New), row.RowKey, []);

    /// <summary>The row of a move that is done: nothing personal is left.</summary>
    public TableEntity Closed()
    {
        string[] kept = ["SchemaVersion", "StudentNumber", FromColumn, .. OfMove];
        var row = Copy(Row, Row.PartitionKey, Row.RowKey, Row.Keys.Except(kept));
        row[OpenColumn] = false;
        return row;
    }

    /// <summary>A row's columns under another key.</summary>
    public static TableEntity Copy(TableEntity row, string partition, string rowKey, IEnumerable<string> without)
    {
        var left = new HashSet<string>([.. System, .. without]);
        return new TableEntity(row.Where(column => !left.Contains(column.Key)).ToDictionary()) { PartitionKey = partition, RowKey = rowKey };
    }
}
