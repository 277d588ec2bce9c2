using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What a decision does to a student; stored as one batch of student and history.</summary>
public sealed record StudentChange
{
    private StudentChange(Student student, bool isNothing, IReadOnlyList<HistoryEntry> history) =>
        (Student, IsNothing, History) = (student, isNothing, history);

    /// <summary>The student afterwards.</summary>
    public Student Student { get; }

    /// <summary>Whether everything is as before, and there is nothing to store.</summary>
    public bool IsNothing { get; }

    /// <summary>The lines for the student's history; none when only a date moved on.</summary>
    public IReadOnlyList<HistoryEntry> History { get; }

    /// <summary>A change.</summary>
    /// <param name="after">The student afterwards.</param>
    /// <param name="history">The lines for the history.</param>
    /// <returns>The change.</returns>
    public static StudentChange To(Student after, params IReadOnlyList<HistoryEntry> history) => new(after, false, history);

    /// <summary>No change.</summary>
    /// <param name="student">The student.</param>
    /// <returns>The change that is none.</returns>
    public static StudentChange None(Student student) => new(student, true, []);
}
