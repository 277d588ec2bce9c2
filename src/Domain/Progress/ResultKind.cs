namespace PhotoFunctions.Domain.Progress;

/// <summary>What a file of results is about.</summary>
public enum ResultKind
{
    /// <summary>The days on which the capture unit approved photos.</summary>
    CaptureApprovals,

    /// <summary>校对: what students found on the national site.</summary>
    Proofing,

    /// <summary>身份核验: what the authority found.</summary>
    Verification,
}
