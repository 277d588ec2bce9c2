namespace PhotoFunctions.Domain.Progress;

/// <summary>采集: where the student's photo stands.</summary>
public enum CollectionStatus
{
    /// <summary>未采集: no photo decided yet.</summary>
    Awaiting,

    /// <summary>检测未通过: the latest photo was refused, with reasons.</summary>
    Rejected,

    /// <summary>待人工审核: a teacher has to look.</summary>
    InReview,

    /// <summary>审核通过: accepted, and locked.</summary>
    Accepted,
}
