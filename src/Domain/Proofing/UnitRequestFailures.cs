using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>What can stand in the way of a request to the photo unit.</summary>
public static class UnitRequestFailures
{
    /// <summary>No such request of this student's.</summary>
    public static Failure Unknown { get; } = Failure.Of(
        FailureCodes.RequestUnknown,
        "该学生没有这个申请。",
        "Expected the id of a request of this student's but received another one.");

    /// <summary>The same is asked for already, in other words.</summary>
    /// <param name="id">The request that is not finished.</param>
    internal static Failure Unfinished(string id) => Failure.Of(
        FailureCodes.RequestUnfinished,
        $"同一原因的申请({id})尚未办结,请先办结或撤回。",
        $"Expected a reason for which nothing is under way but received that of the unfinished request {id}, with another description.");

    internal static Failure Reason(UnitRequestKind kind, UnitRequestReason reason) => RequestFailures.Invalid(
        $"“{ProgressNames.Of(reason)}”不是“{ProgressNames.Of(kind)}”的原因",
        $"a reason for {kind}, as docs/api.md lists them, but received {reason}");

    internal static Failure Step(UnitRequestStatus from, UnitRequestStatus to) => Failure.Of(
        FailureCodes.TransitionIllegal,
        $"申请状态为“{ProgressNames.Of(from)}”时不能改为“{ProgressNames.Of(to)}”。",
        $"Expected a step that is possible while the request stands at {from} but received {to}.");
}
