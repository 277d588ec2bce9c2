namespace PhotoFunctions.Domain.Proofing;

/// <summary>What a student answers to the proofing question. Source: the notice, 校对.</summary>
public enum ProofingAnswer
{
    /// <summary>正确: the picture is there, shows the student, and everything beside it is right.</summary>
    Correct,

    /// <summary>无图像: there is no picture.</summary>
    NoPicture,

    /// <summary>非本人: the picture shows somebody else.</summary>
    NotMe,

    /// <summary>信息有误: something that stands beside the picture is wrong.</summary>
    WrongDetails,
}
