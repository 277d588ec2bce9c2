using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Review;

/// <summary>What can stand in the way of a person's decision, and what it makes of a photo.</summary>
public static class ReviewFailures
{
    /// <summary>The finding on a photo that a person refused. The reason is personal text and stands elsewhere.</summary>
    public static Failure PhotoRefused { get; } = Failure.Of(
        FailureCodes.PhotoRefused,
        "照片经人工审核未通过,原因见审核意见。",
        "Expected a photo that a person finds good but a person refused it, with a reason of their own.");

    /// <summary>The same with the person's own words, for the student alone.</summary>
    /// <param name="reason">The words; none when nobody gave any.</param>
    /// <returns>The failure.</returns>
    internal static Failure Refused(string? reason) => reason?.TrimEnd('.', '。') is not { Length: > 0 } why ? PhotoRefused : Failure.Of(
        FailureCodes.PhotoRefused,
        $"照片经人工审核未通过:{why}。",
        $"Expected a photo that a person finds good but a person refused it: {why}.");

    internal static Failure PhotoChanged { get; } = Failure.Of(
        FailureCodes.PhotoChanged,
        "该学生的照片已更换,与您看到的不是同一张,请重新查看后再操作。",
        "Expected the SHA-256 of the photo that the student has now but received another one; nothing was changed.");

    internal static Failure AppealDecided { get; } = Failure.Of(
        FailureCodes.AppealDecided,
        "该照片的申诉已被驳回,不能再次申诉,请重新拍摄。",
        "Expected a photo without a decided appeal but an administrator turned an appeal for this very photo down.");

    internal static Failure OriginalMissing { get; } = Failure.Of(
        FailureCodes.AppealNotPossible,
        "原照片已不再保存,不能申诉,请重新上传。",
        "Expected a photo whose original is kept but it is not there any more, so nobody can look at it.");

    internal static Failure IsAppeal { get; } = Failure.Of(
        FailureCodes.TransitionIllegal,
        "该照片正在申诉,由管理员作出决定。",
        "Expected a photo in review for its findings but this one is under appeal, which an administrator grants or denies.");

    internal static Failure IsNoAppeal { get; } = Failure.Of(
        FailureCodes.TransitionIllegal,
        "该照片没有申诉,请直接通过或驳回。",
        "Expected a photo under appeal but this one is in review for its findings: approve or refuse it.");

    internal static Failure HashShape { get; } = RequestFailures.Invalid(
        "sha256应为所见照片的64位十六进制值", "64 hexadecimal digits for sha256, of the photo that was seen, but received something else");

    /// <summary>A photo whose required pictures cannot be written: with the reasons, in both languages.</summary>
    internal static Failure OutputsMissing(CollectionEvent happened, IReadOnlyList<Failure> faults) =>
        happened == CollectionEvent.AppealOpened
            ? AppealNotPossible(string.Join(' ', faults.Select(fault => fault.Code)))
            : Failure.Of(
                FailureCodes.OutputsMissing,
                $"无法生成该届要求的全部规格,不能通过:{string.Concat(faults.Select(fault => fault.Message.Chinese))}",
                $"Expected to write every output that the cohort requires but could not: {string.Join(' ', faults.Select(fault => fault.Message.English))}");

    internal static Failure AppealNotPossible(string codes) => Failure.Of(
        FailureCodes.AppealNotPossible,
        $"不能申诉:{codes}不属于可申诉的检测项。",
        $"Expected faults that rest on a threshold or a detector but the photo has others, which nobody can question: {codes}.");
}
