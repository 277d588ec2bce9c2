namespace PhotoFunctions.Domain.Progress;

/// <summary>What statuses and events are called in Chinese. Source: the words of the college's notice.</summary>
internal static class ProgressNames
{
    internal static string Of(CollectionStatus status) => status switch
    {
        CollectionStatus.Awaiting => "未采集",
        CollectionStatus.Rejected => "检测未通过",
        CollectionStatus.InReview => "待人工审核",
        CollectionStatus.Accepted => "审核通过",
        _ => status.ToString(),
    };

    internal static string Of(CollectionEvent happened) => happened switch
    {
        CollectionEvent.PhotoAccepted => "检测通过",
        CollectionEvent.PhotoRejected => "检测不通过",
        CollectionEvent.PhotoSentToReview => "转人工审核",
        CollectionEvent.EarlierPhotoAccepted => "采用更早的照片",
        CollectionEvent.ReviewApproved => "审核通过",
        CollectionEvent.ReviewRefused => "审核驳回",
        CollectionEvent.AppealOpened => "申诉",
        CollectionEvent.AppealGranted => "同意申诉",
        CollectionEvent.AppealDenied => "驳回申诉",
        _ => happened.ToString(),
    };
}
