using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Reports;

/// <summary>What a summary needs to know of a student: nothing that is personal.</summary>
public sealed record StudentStanding
{
    /// <summary>层次, as the roster writes it; empty when unknown.</summary>
    public string Level { get; init; } = "";

    /// <summary>班级; empty when unknown.</summary>
    public string ClassName { get; init; } = "";

    /// <summary>The derived stage.</summary>
    public StudentStage Stage { get; init; }

    /// <summary>采集.</summary>
    public CollectionStatus Collection { get; init; }

    /// <summary>Since when the collection stands there.</summary>
    public required DateTimeOffset CollectionSince { get; init; }

    /// <summary>校对.</summary>
    public ProofingStatus Proofing { get; init; }

    /// <summary>Since when the proofing stands there; null while it never moved.</summary>
    public DateTimeOffset? ProofingSince { get; init; }

    /// <summary>The day (UTC+8) from which the wait for the picture counts; null until the proofing fell due.</summary>
    public DateOnly? ProofingStartsOn { get; init; }

    /// <summary>身份核验.</summary>
    public VerificationStatus Verification { get; init; }

    /// <summary>Since when the verification stands there; null while it never moved.</summary>
    public DateTimeOffset? VerificationSince { get; init; }
}
