namespace PhotoFunctions.Domain.Cohorts;

/// <summary>From when the wait for the proofing counts.</summary>
public enum ProofingStart
{
    /// <summary>The day on which this system accepted the photo.</summary>
    Acceptance,

    /// <summary>The day on which the capture unit approved it, as an import says; without one the proofing is not asked for.</summary>
    CaptureApproval,
}
