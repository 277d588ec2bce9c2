namespace PhotoFunctions.Domain.Progress;

/// <summary>The stage shown to people; derived from the three tracks by <see cref="StudentLifecycle.StageOf"/>, never set.</summary>
public enum StudentStage
{
    /// <summary>采集.</summary>
    Collection,

    /// <summary>校对.</summary>
    Proofing,

    /// <summary>身份核验.</summary>
    Verification,

    /// <summary>已完成.</summary>
    Complete,
}
