using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Students;

/// <summary>Tells the history of a move between teaching points.</summary>
public static class StudentMovement
{
    /// <summary>The event of a line that tells from where to where a student moved.</summary>
    public const string Moved = "StudentMoved";

    /// <summary>The line for the student's history.</summary>
    /// <param name="from">The teaching point before.</param>
    /// <param name="to">The teaching point after.</param>
    /// <param name="at">When the move began.</param>
    /// <returns>The line.</returns>
    public static HistoryEntry Line(TeachingPointCode from, TeachingPointCode to, DateTimeOffset at) =>
        Attribution.Import.Line(at, Moved, details: $"{from} {to}");
}
