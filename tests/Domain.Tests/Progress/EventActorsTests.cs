using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Tests.Progress;

public sealed class EventActorsTests
{
    // Everything but these is the app's own in the collection, and the administrator's in the verification.
    private static readonly (Enum Happened, Actors Actors)[] Named =
    [
        (CollectionEvent.ReviewApproved, Actors.TeachingPoint | Actors.Administrator),
        (CollectionEvent.ReviewRefused, Actors.TeachingPoint | Actors.Administrator),
        (CollectionEvent.AppealOpened, Actors.TeachingPoint | Actors.Administrator),
        (CollectionEvent.AppealGranted, Actors.Administrator),
        (CollectionEvent.AppealDenied, Actors.Administrator),
        (CollectionEvent.PhotoReopened, Actors.Administrator),
        (CollectionEvent.PersonDenied, Actors.TeachingPoint | Actors.Administrator),
        (ProofingEvent.ProofingFellDue, Actors.Pipeline | Actors.Administrator),
        (ProofingEvent.PictureConfirmed, Actors.Student | Actors.TeachingPoint | Actors.Administrator),
        (ProofingEvent.PictureDisputed, Actors.Student | Actors.TeachingPoint | Actors.Administrator),
        (ProofingEvent.CorrectionRequested, Actors.TeachingPoint | Actors.Administrator),
        (ProofingEvent.CorrectionMade, Actors.TeachingPoint | Actors.Administrator),
        (ProofingEvent.CorrectionWithdrawn, Actors.TeachingPoint | Actors.Administrator),
        (VerificationEvent.IdentityReviewOpened, Actors.TeachingPoint | Actors.Administrator),
        (VerificationEvent.PhotoRenewed, Actors.Pipeline),
    ];

    [Fact]
    public void Say_who_may_cause_each_event()
    {
        foreach (var happened in Enum.GetValues<CollectionEvent>())
        {
            Assert.Equal((happened, Expected(happened, Actors.Pipeline)), (happened, EventActors.Of(happened)));
        }

        foreach (var happened in Enum.GetValues<ProofingEvent>())
        {
            Assert.Equal((happened, Expected(happened, Actors.None)), (happened, EventActors.Of(happened)));
        }

        foreach (var happened in Enum.GetValues<VerificationEvent>())
        {
            Assert.Equal((happened, Expected(happened, Actors.Administrator)), (happened, EventActors.Of(happened)));
        }
    }

    // The history holds the name alone.
    [Fact]
    public void Belong_to_events_whose_names_tell_the_track() => Assert.Distinct(
    [
        .. Enum.GetNames<CollectionEvent>(), .. Enum.GetNames<ProofingEvent>(), .. Enum.GetNames<VerificationEvent>(),
    ]);

    private static Actors Expected(Enum happened, Actors others) =>
        Named.Where(row => row.Happened.Equals(happened)).Select(row => row.Actors).DefaultIfEmpty(others).Single();
}
