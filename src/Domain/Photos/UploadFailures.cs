using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

internal static class UploadFailures
{
    internal static Failure FileNameNotId { get; } = Failure.Of(
        FailureCodes.FileNameNotId,
        "文件名不是有效的身份证号,应为“18位身份证号.jpg”。",
        "Expected a file name of 18 ID characters and .jpg but received another name.");

    internal static Failure PlaceUnknown { get; } = Failure.Of(
        FailureCodes.PlaceUnknown,
        "上传路径中的届或教学点不存在,应为“届/教学点/身份证号.jpg”。",
        "Expected a path {cohort}/{teachingPoint}/{ID number}.jpg of a known cohort and teaching point but received another path.");

    internal static Failure NameUnusable { get; } = Failure.Of(
        FailureCodes.UploadNameUnusable,
        "文件名或文件夹名不可用:不能含“\\”、“%2F”一类的转义、空的或以“.”结尾的部分。",
        @"Expected folders and a file parted by /, without \ and percent escapes, no part empty or ending in a dot, but received others.");

    internal static Failure Repeated { get; } = Failure.Of(
        FailureCodes.UploadRepeated,
        "本次请求中已有该身份证号的另一个文件,每名学生只能上传一张照片。",
        "Expected one file for each ID number in a request but received another one before this.");

    // The same answer for "in no roster" and "another teaching point's": who else studies here is nobody's business.
    internal static Failure StudentUnknown { get; } = Failure.Of(
        FailureCodes.StudentUnknown,
        "名单中无此学生,请核对学籍信息。",
        "Expected the ID number of a student of this cohort and teaching point but received one that is not on its roster.");

    internal static Failure PhotoLocked { get; } = Failure.Of(
        FailureCodes.PhotoLocked,
        "该学生的照片已审核通过并锁定,本次上传未采用。",
        "Expected a student whose photo is not accepted yet; this one's is accepted and locked, so the upload was not used.");

    internal static Failure ProcessingFailed { get; } = Failure.Of(
        FailureCodes.ProcessingFailed,
        "照片多次处理失败,已隔离,等待管理员处理。",
        "Expected to process the upload but failed several times; it is kept in quarantine for an administrator.");
}
