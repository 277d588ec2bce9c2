namespace PhotoFunctions.Domain.Exports;

/// <summary>Why a student's photo is not in a package.</summary>
public enum LeftOutReason
{
    /// <summary>照片未审核通过: no photo is accepted now.</summary>
    NotAccepted,

    /// <summary>教师未确认本人: nobody has confirmed the person, which was asked for.</summary>
    PersonUnconfirmed,

    /// <summary>无此规格: the photo has no output of the profile that was asked for.</summary>
    OutputUnavailable,

    /// <summary>文件名重复: another photo of the package has the name.</summary>
    FileNameTaken,

    /// <summary>文件名过长: longer than file systems take.</summary>
    FileNameTooLong,

    /// <summary>照片文件缺失: storage does not have the picture.</summary>
    PictureMissing,

    /// <summary>照片文件损坏: what storage has are not the bytes that were stored.</summary>
    PictureDamaged,
}
