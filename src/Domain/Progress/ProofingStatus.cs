namespace PhotoFunctions.Domain.Progress;

/// <summary>校对: whether the student has looked at the picture on the national site.</summary>
public enum ProofingStatus
{
    /// <summary>Not asked for yet.</summary>
    NotDue,

    /// <summary>待校对: asked for.</summary>
    Due,

    /// <summary>校对无误: the student says that it is right.</summary>
    Confirmed,

    /// <summary>校对有误: no picture, or not this person.</summary>
    Disputed,

    /// <summary>勘误中: a correction is on its way.</summary>
    Correcting,
}
