using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Review;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What statuses and events are called in Chinese. Source: the words of the college's notice.</summary>
public static class ProgressNames
{
    /// <summary>The zh-CN word of a status, an event, a stage, a kind or a reason; another value is written as its name.</summary>
    /// <param name="word">The value.</param>
    /// <returns>The word.</returns>
    public static string Of(Enum word) => word switch
    {
        CollectionStatus.Awaiting => "未采集",
        CollectionStatus.Rejected => "检测未通过",
        CollectionStatus.InReview => "待人工审核",
        CollectionStatus.Accepted => "审核通过",
        CollectionEvent.PhotoAccepted => "检测通过",
        CollectionEvent.PhotoRejected => "检测不通过",
        CollectionEvent.PhotoSentToReview => "转人工审核",
        CollectionEvent.EarlierPhotoAccepted => "采用更早的照片",
        CollectionEvent.ReviewApproved => "审核通过",
        CollectionEvent.ReviewRefused => "审核驳回",
        CollectionEvent.AppealOpened => "申诉",
        CollectionEvent.AppealGranted => "同意申诉",
        CollectionEvent.AppealDenied => "驳回申诉",
        CollectionEvent.PhotoReopened => "重新开放采集",
        CollectionEvent.PersonDenied => "确认非本人",
        CollectionEvent.DuplicateFound => "发现相同照片",
        ProofingStatus.NotDue => "未到校对",
        ProofingStatus.Due => "待校对",
        ProofingStatus.Confirmed => "校对无误",
        ProofingStatus.Disputed => "校对有误",
        ProofingStatus.Correcting => "勘误中",
        ProofingEvent.ProofingFellDue => "进入校对",
        ProofingEvent.PictureConfirmed => "校对正确",
        ProofingEvent.PictureDisputed => "校对有误",
        ProofingEvent.CorrectionRequested => "提交勘误",
        ProofingEvent.CorrectionMade => "勘误完成",
        ProofingEvent.CorrectionWithdrawn => "撤回勘误",
        VerificationStatus.Pending => "待核验",
        VerificationStatus.Passed => "核验通过",
        VerificationStatus.Failed => "核验未通过",
        VerificationStatus.Uncertain => "核验不确定",
        VerificationStatus.Abnormal => "核验异常",
        VerificationStatus.InReview => "复核中",
        VerificationStatus.Filed => "已备案",
        VerificationEvent.IdentityPassed => "核验通过",
        VerificationEvent.IdentityFailed => "核验未通过",
        VerificationEvent.IdentityUncertain => "核验不确定",
        VerificationEvent.IdentityAbnormal => "核验异常",
        VerificationEvent.IdentityInReview => "进入复核",
        VerificationEvent.IdentityFiled => "备案",
        VerificationEvent.IdentityReviewOpened => "提交复核材料",
        VerificationEvent.RecaptureRequired => "要求补采",
        VerificationEvent.PhotoRenewed => "补采照片通过",
        StudentStage.Collection => "采集",
        StudentStage.Proofing => "校对",
        StudentStage.Verification => "身份核验",
        StudentStage.Complete => "已完成",
        ReviewKind.Findings => "检测存疑",
        ReviewKind.Appeal => "申诉",
        UnitRequestKind.Erratum => "勘误",
        UnitRequestKind.Reprint => "补印",
        UnitRequestReason.PictureMissing => "无图像",
        UnitRequestReason.NotThePerson => "非本人",
        UnitRequestReason.DetailsWrong => "信息有误",
        UnitRequestReason.VerificationFailed => "核验未通过",
        UnitRequestReason.PrintMissing => "照片缺失",
        UnitRequestReason.PrintDamaged => "照片损坏",
        UnitRequestStatus.Open => "待提交",
        UnitRequestStatus.Sent => "已提交",
        UnitRequestStatus.Done => "已办结",
        UnitRequestStatus.Withdrawn => "已撤回",
        _ => word.ToString(),
    };
}
