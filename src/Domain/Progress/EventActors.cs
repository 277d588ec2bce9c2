using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Progress;

/// <summary>Who may cause which event. An administrator acts for teaching points too.</summary>
public static class EventActors
{
    private const Actors College = Actors.TeachingPoint | Actors.Administrator;

    /// <summary>Who may cause an event of the collection.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Everyone who may.</returns>
    public static Actors Of(CollectionEvent happened) => happened switch
    {
        CollectionEvent.ReviewApproved or CollectionEvent.ReviewRefused or CollectionEvent.AppealOpened or CollectionEvent.PersonDenied
            => College,
        CollectionEvent.AppealGranted or CollectionEvent.AppealDenied or CollectionEvent.PhotoReopened => Actors.Administrator,
        _ => Actors.Pipeline,
    };

    /// <summary>Who may cause an event of the proofing. A teacher may answer on a student's behalf.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Everyone who may.</returns>
    public static Actors Of(ProofingEvent happened) => happened switch
    {
        ProofingEvent.ProofingFellDue => Actors.Pipeline | Actors.Administrator,
        ProofingEvent.PictureConfirmed or ProofingEvent.PictureDisputed => Actors.Student | College,
        ProofingEvent.CorrectionRequested or ProofingEvent.CorrectionMade or ProofingEvent.CorrectionWithdrawn => College,
        _ => Actors.None,
    };

    /// <summary>Who may cause an event of the verification. What the authority says reaches us through an administrator.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Everyone who may.</returns>
    public static Actors Of(VerificationEvent happened) => happened switch
    {
        VerificationEvent.PhotoRenewed => Actors.Pipeline,
        VerificationEvent.IdentityReviewOpened => College,
        _ => Actors.Administrator,
    };

    /// <summary>Tells why somebody may not cause an event. Failure: <c>actor-not-allowed</c>.</summary>
    internal static Failure? Objection(Actors allowed, Actors actor) =>
        allowed.HasFlag(actor) ? null : ProgressFailures.ActorNotAllowed(allowed, actor);

    /// <summary>An actor in the history.</summary>
    internal static string NameOf(Actors actor) => actor switch
    {
        Actors.Pipeline => "pipeline",
        Actors.Student => "student",
        Actors.TeachingPoint => "teaching-point",
        _ => "admin",
    };
}
