using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reports;

/// <summary>What a summary needs to know of a student: of what is personal only the number.</summary>
public sealed record StudentStanding
{
    /// <summary>Who it is.</summary>
    public required StudentNumber Number { get; init; }

    /// <summary>When the student was enrolled.</summary>
    public required DateTimeOffset EnrolledAt { get; init; }

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

    /// <summary>Codes of the faults of the decided photo; none for an accepted one.</summary>
    public IReadOnlyList<string> FaultCodes { get; init; } = [];

    /// <summary>Why a person has to look at the photo; null while nobody has to.</summary>
    public ReviewKind? Review { get; init; }

    /// <summary>Whether a teacher has confirmed that the accepted photo shows the student.</summary>
    public bool IsPersonConfirmed { get; init; }

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

    /// <summary>Whether somebody has to help with the verification.</summary>
    public bool IsInTrouble => Verification
        is VerificationStatus.Failed or VerificationStatus.Uncertain or VerificationStatus.Abnormal or VerificationStatus.InReview;
}
