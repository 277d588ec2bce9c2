namespace PhotoFunctions.Domain.Progress;

/// <summary>What an imported row did.</summary>
public enum ResultOutcome
{
    /// <summary>The student stands elsewhere, or another date is known.</summary>
    Applied,

    /// <summary>Nothing that was not known.</summary>
    Unchanged,

    /// <summary>Something newer is known.</summary>
    Older,
}
