namespace PhotoFunctions.Functions.Links;

/// <summary>What a student may do with a link.</summary>
public enum LinkPurpose
{
    /// <summary>Answer the proofing question, once.</summary>
    Proofing,

    /// <summary>Stop mails, and receive them again.</summary>
    Mail,
}
