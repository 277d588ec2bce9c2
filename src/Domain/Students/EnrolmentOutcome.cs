namespace PhotoFunctions.Domain.Students;

/// <summary>What a roster row did.</summary>
public enum EnrolmentOutcome
{
    /// <summary>A new student.</summary>
    Added,

    /// <summary>An enrolled student whose profile changed.</summary>
    Updated,

    /// <summary>An enrolled student whose ID number was wrong.</summary>
    Corrected,

    /// <summary>An enrolled student who is at another teaching point now.</summary>
    Moved,

    /// <summary>An enrolled student, as before.</summary>
    Unchanged,
}
