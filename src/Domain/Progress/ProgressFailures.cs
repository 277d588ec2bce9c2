using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What can stand in the way of a change of status.</summary>
public static class ProgressFailures
{
    /// <summary>The wrong person for the event.</summary>
    public static Failure ActorNotAllowed { get; } = Failure.Of(
        FailureCodes.ActorNotAllowed,
        "当前身份不能执行该操作。",
        "Expected an event that this credential may cause but received one of somebody else's.");

    internal static Failure NotAccepted { get; } = Failure.Of(
        FailureCodes.TransitionIllegal,
        "照片审核通过后才能确认是否本人。",
        "Expected a student whose photo is accepted but this one has none that could be confirmed.");

    internal static Failure ResultRepeated { get; } = Failure.Of(
        FailureCodes.ResultRepeated,
        "名单重复了以前的结果;此后已有新的处理(如复核、更正或重新采集),状态未变,请核对。",
        "Expected news but the file repeats an earlier result; what was recorded since (a review, a correction, a new photo) stays.");
}
