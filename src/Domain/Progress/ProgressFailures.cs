using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What can stand in the way of a change of status.</summary>
public static class ProgressFailures
{
    /// <summary>The wrong credential for the event.</summary>
    /// <param name="allowed">Whose it should be.</param>
    /// <param name="actor">Whose it is.</param>
    /// <returns>The failure.</returns>
    public static Failure ActorNotAllowed(Actors allowed, Actors actor) => Failure.Of(
        FailureCodes.ActorNotAllowed,
        $"该操作应由{NamesOf(allowed)}执行,当前身份是{NamesOf(actor)}。",
        $"Expected the credential of {allowed} for this event but received that of {actor}.");

    internal static Failure NotAccepted { get; } = Failure.Of(
        FailureCodes.TransitionIllegal,
        "照片审核通过后才能确认是否本人。",
        "Expected a student whose photo is accepted but this one has none that could be confirmed.");

    private static string NamesOf(Actors actors) => string.Join('、', new[]
    {
        (Actors.Pipeline, "系统"), (Actors.Student, "学生"), (Actors.TeachingPoint, "教学点"), (Actors.Administrator, "管理员"),
    }.Where(name => actors.HasFlag(name.Item1)).Select(name => name.Item2));
}
