namespace PhotoFunctions.Domain.Progress;

/// <summary>Where the three tracks of a student stand.</summary>
/// <param name="Collection">采集.</param>
/// <param name="Proofing">校对.</param>
/// <param name="Verification">身份核验.</param>
public sealed record Standing(CollectionStatus Collection, ProofingStatus Proofing, VerificationStatus Verification)
{
    /// <summary>Where everybody begins.</summary>
    public static Standing Initial { get; } = new(CollectionStatus.Awaiting, ProofingStatus.NotDue, VerificationStatus.Pending);

    /// <summary>The stage shown to people.</summary>
    public StudentStage Stage => StudentLifecycle.StageOf(Collection, Proofing, Verification);
}
