namespace PhotoFunctions.Domain.Reports;

/// <summary>How many students are late.</summary>
/// <param name="Collection">Without an accepted photo although the last day of their window, days of grace included, is over.</param>
/// <param name="Proofing">Asked to proof and not at Confirmed although the cohort's longest wait is over.</param>
public sealed record OverdueCounts(int Collection, int Proofing)
{
    /// <summary>Adds up two groups.</summary>
    /// <param name="other">The other group.</param>
    /// <returns>Both together.</returns>
    public OverdueCounts Plus(OverdueCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Collection + other.Collection, Proofing + other.Proofing);
    }
}
