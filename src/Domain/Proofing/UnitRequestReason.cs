namespace PhotoFunctions.Domain.Proofing;

/// <summary>Why the photo unit is asked; the first four are for an erratum, the others for a reprint.</summary>
public enum UnitRequestReason
{
    /// <summary>无图像: the national site shows no picture.</summary>
    PictureMissing,

    /// <summary>非本人: it shows somebody else's.</summary>
    NotThePerson,

    /// <summary>信息有误: number, name or ID number are wrong there.</summary>
    DetailsWrong,

    /// <summary>核验未通过: the verification failed.</summary>
    VerificationFailed,

    /// <summary>照片缺失: a print is missing.</summary>
    PrintMissing,

    /// <summary>照片损坏: a print is damaged.</summary>
    PrintDamaged,
}
