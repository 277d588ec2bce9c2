namespace PhotoFunctions.Domain.Progress;

/// <summary>Who may cause an event.</summary>
[Flags]
public enum Actors
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The app itself, because of an upload or of another event.</summary>
    Pipeline = 1,

    /// <summary>The student, through a signed link.</summary>
    Student = 2,

    /// <summary>A teacher of the student's teaching point.</summary>
    TeachingPoint = 4,

    /// <summary>An administrator of the college, one by one or by importing a file.</summary>
    Administrator = 8,
}
