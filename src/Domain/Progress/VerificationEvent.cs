namespace PhotoFunctions.Domain.Progress;

/// <summary>What can happen to the verification. No name stands in another track's list: the history tells the track by it.</summary>
public enum VerificationEvent
{
    /// <summary>核验通过: the authority found the photo to be the person's.</summary>
    IdentityPassed,

    /// <summary>未通过: the authority found that it is not.</summary>
    IdentityFailed,

    /// <summary>不确定: the authority could not tell.</summary>
    IdentityUncertain,

    /// <summary>异常: the authority could not compare.</summary>
    IdentityAbnormal,

    /// <summary>复核中: the authority looks at it by hand.</summary>
    IdentityInReview,

    /// <summary>已备案: the authority filed the case after a review; nothing that it says later takes that back.</summary>
    IdentityFiled,

    /// <summary>The college handed in what a review needs.</summary>
    IdentityReviewOpened,

    /// <summary>补采: the roster says that the verification of an earlier photo failed.</summary>
    RecaptureRequired,

    /// <summary>The photo that had to be taken again was accepted: the earlier verdict is not about this one.</summary>
    PhotoRenewed,
}
