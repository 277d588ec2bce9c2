namespace PhotoFunctions.Domain.Reports;

/// <summary>How many photos wait for a person.</summary>
/// <param name="Findings">Reviews that a teaching point decides.</param>
/// <param name="Appeals">Appeals that an administrator decides.</param>
/// <param name="Persons">Accepted photos of which nobody has confirmed that they show the student.</param>
public sealed record WaitingCounts(int Findings, int Appeals, int Persons)
{
    /// <summary>Adds up two groups.</summary>
    /// <param name="other">The other group.</param>
    /// <returns>Both together.</returns>
    public WaitingCounts Plus(WaitingCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Findings + other.Findings, Appeals + other.Appeals, Persons + other.Persons);
    }
}
