using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Students;

/// <summary>Tells the history that a student was removed. What came before stays readable; whoever is enrolled anew begins anew.</summary>
public static class StudentRemoval
{
    /// <summary>The event of a line after which nothing of before counts.</summary>
    public const string Removed = "StudentRemoved";

    /// <summary>The line for the student's history.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="by">The administrator, with a reason.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The line, dated after all that the student's row tells of: two machines' clocks differ.</returns>
    public static HistoryEntry Line(Student student, Attribution by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(by);
        var last = new[] { student.CollectionSince, student.ProofingSince, student.VerificationSince }.Max();
        return by.Line(last is { } known && at <= known ? known.AddTicks(1) : at, Removed);
    }
}
