using System.Diagnostics;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Review;

/// <summary>Decides what a person's act does to a student (docs/decisions/0009).</summary>
public static class ReviewDecider
{
    /// <summary>
    /// The decision. Failures: <c>actor-not-allowed</c>, <c>photo-changed</c>, <c>transition-illegal</c>, <c>appeal-not-possible</c>, <c>appeal-decided</c>.
    /// </summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="act">What the person does.</param>
    /// <param name="actor">Whose credential it is.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The decision, without a line for the history when this very act was recorded before; or the failure.</returns>
    public static Result<ReviewDecision> Decide(Student student, ReviewAct act, Actors actor, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(act);
        if (EventActors.Objection(EventActors.Of(act.Event), actor) is { } notAllowed)
        {
            return notAllowed;
        }

        if (student.Photo is { } seen && seen.Sha256 != act.Sha256)
        {
            return ReviewFailures.PhotoChanged;
        }

        if (student.Photo?.Review == act)
        {
            return new ReviewDecision { Student = student };
        }

        if (!StudentLifecycle.Apply(student.Collection, act.Event).Succeeded(out var status, out var failure))
        {
            return failure;
        }

        var photo = student.Photo ?? throw new UnreachableException("A student in review, or rejected, has a photo.");
        return Objection(student, photo, act.Event) is { } objection ? objection : Record(student, photo, act, actor, status, at);
    }

    private static Failure? Objection(Student student, DecidedPhoto photo, CollectionEvent happened)
    {
        if (happened == CollectionEvent.AppealOpened)
        {
            return student.RefusedPhotos.Any(refused => refused.IsFinal && IsOf(refused, photo)) ? ReviewFailures.AppealDecided
                : AppealRules.Unquestionable(photo.FaultCodes) is { Count: > 0 } codes
                    ? ReviewFailures.AppealNotPossible(string.Join(' ', codes))
                : null;
        }

        var isAboutAppeal = happened is CollectionEvent.AppealGranted or CollectionEvent.AppealDenied;
        return isAboutAppeal == (student.Review == ReviewKind.Appeal) ? null
            : isAboutAppeal ? ReviewFailures.IsNoAppeal
            : ReviewFailures.IsAppeal;
    }

    private static ReviewDecision Record(
        Student student, DecidedPhoto photo, ReviewAct act, Actors actor, CollectionStatus status, DateTimeOffset at)
    {
        var history = new HistoryEntry
        {
            At = at,
            Event = act.Event.ToString(),
            From = student.Collection.ToString(),
            To = status.ToString(),
            By = EventActors.NameOf(actor),
            Details = string.Join(' ', CodesInQuestion(photo)),
            Sha256 = act.Sha256,
            Person = act.Person,
            Reason = act.Reason.Length > 0 ? act.Reason : null,
        };
        var after = student with
        {
            Collection = status,
            CollectionSince = at,
            Photo = Judged(photo, status) with { Review = act },
            RefusedPhotos = RefusalsAfter(student, photo, act),
            LastConfirmation = status == CollectionStatus.Accepted ? student.LastConfirmation : null,
        };
        return new ReviewDecision { Student = after, History = history };
    }

    // By the shipped rule, which is strict: one byte more does not make it another picture.
    private static bool IsOf(RefusedPhoto refused, DecidedPhoto photo) =>
        refused.Sha256 == photo.Sha256 || refused.IsSamePicture(photo.Fingerprint, PhotoSpecification.Default.Duplicates);

    private static DecidedPhoto Judged(DecidedPhoto photo, CollectionStatus status) => status switch
    {
        CollectionStatus.Accepted => photo with { FaultCodes = [], DoubtCodes = [] },
        CollectionStatus.Rejected => photo with { FaultCodes = [.. photo.FaultCodes.Prepend(FailureCodes.PhotoRefused).Distinct()] },
        _ => photo,
    };

    // For the statistics of each check: whoever questions a refusal questions what led to the review.
    private static IEnumerable<string> CodesInQuestion(DecidedPhoto photo) =>
        photo.FaultCodes.Contains(FailureCodes.PhotoRefused) ? [.. photo.FaultCodes, .. photo.DoubtCodes] : photo.CodesAgainst;

    private static IReadOnlyList<RefusedPhoto> RefusalsAfter(Student student, DecidedPhoto photo, ReviewAct act)
    {
        RefusedPhoto[] others = [.. student.RefusedPhotos.Where(refused => refused.Sha256 != act.Sha256)];
        return act.Event switch
        {
            CollectionEvent.ReviewRefused or CollectionEvent.PhotoReopened or CollectionEvent.PersonDenied
                => [.. others, new RefusedPhoto(act.Sha256, IsFinal: false, photo.Fingerprint?.Text)],
            CollectionEvent.AppealDenied => [.. others, new RefusedPhoto(act.Sha256, IsFinal: true, photo.Fingerprint?.Text)],
            CollectionEvent.AppealGranted => others,
            _ => student.RefusedPhotos,
        };
    }
}
