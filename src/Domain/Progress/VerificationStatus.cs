namespace PhotoFunctions.Domain.Progress;

/// <summary>身份核验: what the authority's comparison with the admission photo said.</summary>
public enum VerificationStatus
{
    /// <summary>待核验: no verdict yet.</summary>
    Pending,

    /// <summary>核验通过.</summary>
    Passed,

    /// <summary>核验未通过: blocks the degree registration and hides the record.</summary>
    Failed,

    /// <summary>核验不确定: blocks the degree registration.</summary>
    Uncertain,

    /// <summary>核验异常: blocks the degree registration.</summary>
    Abnormal,

    /// <summary>复核中: being reviewed by hand.</summary>
    InReview,

    /// <summary>已备案: filed after review.</summary>
    Filed,
}
