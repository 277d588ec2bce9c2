using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>校对: when students are asked to proof, and who may answer.</summary>
public sealed record ProofingRules
{
    /// <summary>From when the wait counts.</summary>
    public ProofingStart StartsFrom { get; init; } = ProofingStart.Acceptance;

    /// <summary>After how many units of time the picture is expected, 1 to 365. Source: the notice, 10 working days.</summary>
    public int MinWait { get; init; } = 10;

    /// <summary>After how many units of time it is missing, <see cref="MinWait"/> to 365. Source: the notice, 30 working days.</summary>
    public int MaxWait { get; init; } = 30;

    /// <summary>What the waits are counted in.</summary>
    public WaitUnit WaitUnit { get; init; } = WaitUnit.WorkingDays;

    /// <summary>Whether the class teacher may answer on a student's behalf. The student always may.</summary>
    public bool ClassTeacherMayProof { get; init; }

    /// <summary>
    /// Holds an event against who may answer for the student: a teaching point only where class teachers may. Failure:
    /// <c>actor-not-allowed</c>.
    /// </summary>
    /// <param name="happened">The event.</param>
    /// <param name="actor">Whose credential it is.</param>
    /// <returns>The event, or the failure.</returns>
    public Result<ProofingEvent> Admit(ProofingEvent happened, Actors actor) =>
        actor == Actors.TeachingPoint
        && !ClassTeacherMayProof
        && happened is ProofingEvent.PictureConfirmed or ProofingEvent.PictureDisputed
            ? ProgressFailures.ActorNotAllowed(Actors.Student | Actors.Administrator, actor)
            : happened;
}
