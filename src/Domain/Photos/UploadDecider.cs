using System.Diagnostics;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>
/// Decides what an upload version does to its student, so that the end is the same in whatever order the versions are delivered: the
/// earliest acceptable version is the accepted photo, later ones find it locked; while none is acceptable, the newest one is the
/// rejected photo, or the one that a person has to look at. That is the fold of all versions, in the order in which they were written,
/// through StudentLifecycle (docs/decisions/0005). What a person decided stands above it: a photo approved by a person stays, and the
/// bytes of a refused one are faulty from then on (docs/decisions/0009).
/// </summary>
public static class UploadDecider
{
    /// <summary>
    /// The decision that needs no look at the picture: the student's photo is accepted and this version cannot take its place.
    /// </summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="upload">The upload.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The decision, or null when the photo has to be judged.</returns>
    public static UploadDecision? DecideUnseen(Student student, UploadedPhoto upload, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(upload);
        return student is not { Collection: CollectionStatus.Accepted, Photo: { } accepted } ? null
            : upload.Version.IsNewerThan(accepted.Source) ? Locked(UploadOutcome.PhotoLocked, accepted, upload, at)
            : accepted.IsApprovedByPerson ? Locked(UploadOutcome.Superseded, accepted, upload, at)
            : null;
    }

    /// <summary>The decision about a judged photo.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="photo">The judged photo.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The decision.</returns>
    public static UploadDecision Decide(Student student, JudgedPhoto photo, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(photo);
        if (DecideUnseen(student, photo.Upload, at) is { } unseen)
        {
            return unseen;
        }

        photo = WithFoundDuplicate(student, WithRefusal(student, photo));
        return (student, photo) switch
        {
            (_, { IsDangerous: true }) => PutApart(photo, at),
            ({ Collection: CollectionStatus.Accepted }, { IsAcceptable: false }) => Unused(UploadOutcome.Superseded, photo, at),
            ({ Collection: CollectionStatus.Accepted }, _) => IsSameAgain(student, photo)
                ? Unchanged(student, photo, at)
                : Change(student, CollectionEvent.EarlierPhotoAccepted, UploadOutcome.Accepted, photo, at),
            (_, { IsAcceptable: true }) => Change(student, CollectionEvent.PhotoAccepted, UploadOutcome.Accepted, photo, at),
            ({ Photo: { } decided }, _) when !TakesPlaceOf(photo, decided) => IsSameFile(student, photo)
                ? Unused(UploadOutcome.Unchanged, photo, at)
                : Unused(UploadOutcome.Superseded, photo, at),
            _ when IsSameAgain(student, photo) => Unchanged(student, photo, at),
            (_, { IsReviewable: true }) => Change(student, CollectionEvent.PhotoSentToReview, UploadOutcome.InReview, photo, at),
            _ => Rejected(student, photo, at),
        };
    }

    // The refused bytes are faulty from then on; the same picture in another file is never accepted without a person.
    private static JudgedPhoto WithRefusal(Student student, JudgedPhoto photo) =>
        student.RefusedPhotos.Any(refused => refused.Sha256 == photo.Upload.Sha256)
            ? photo with { Faults = [ReviewFailures.PhotoRefused, .. photo.Faults] }
        : photo.Faults.Count == 0 && student.RefusedPhotos.Any(refused => refused.IsSamePicture(photo.Fingerprint, photo.Duplicates))
            ? photo with { Doubts = [PixelFailures.PhotoResubmitted with { NeedsReview = true }, .. photo.Doubts] }
        : photo;

    // The same bytes do not get around the person who has to look at them: a single photo is held against its own teaching point only.
    private static JudgedPhoto WithFoundDuplicate(Student student, JudgedPhoto photo) =>
        IsSameFile(student, photo) && student.Photo!.DoubtCodes.Contains(FailureCodes.PhotoDuplicateInCohort)
            ? photo with { Doubts = [.. photo.Doubts, PixelFailures.PhotoDuplicateInCohort] }
            : photo;

    // Of two photos that did not pass, one from inside the window counts before one from outside, else the newer one: a folder that is
    // copied once more after the last day ends no review and no appeal.
    private static bool TakesPlaceOf(JudgedPhoto photo, DecidedPhoto decided)
    {
        var (isLate, wasLate) = (IsOutsideWindow(CodesOf(photo.Faults)), IsOutsideWindow(decided.FaultCodes));
        return isLate == wasLate ? photo.Upload.Version.IsNewerThan(decided.Source) : wasLate;
    }

    private static bool IsOutsideWindow(IEnumerable<string> codes) =>
        codes.Any(code => code is FailureCodes.WindowClosed or FailureCodes.WindowNotOpen);

    private static UploadDecision PutApart(JudgedPhoto photo, DateTimeOffset at) => Unused(UploadOutcome.Quarantined, photo, at) with
    {
        History = new HistoryEntry { At = at, Event = "UploadPutApart", By = "pipeline", Details = FailureCodes.DecoderCrashed },
    };

    // Only said of a photo that is rejected anyway, and not kept with the student: where the student stands would depend on the order
    // of deliveries otherwise (docs/decisions/0008).
    private static UploadDecision Rejected(Student student, JudgedPhoto photo, DateTimeOffset at)
    {
        var decision = Change(student, CollectionEvent.PhotoRejected, UploadOutcome.Rejected, photo, at);
        var isSamePicture = student is { Collection: CollectionStatus.Rejected, Photo.Fingerprint: { } before }
            && photo.Fingerprint is { } now
            && photo.Duplicates.AreSame(before, now);
        return isSamePicture ? decision with { Findings = [PixelFailures.PhotoResubmitted, .. decision.Findings] } : decision;
    }

    private static bool IsSameFile(Student student, JudgedPhoto photo) =>
        photo.Upload.Sha256 is { } sha256 && student.Photo?.Sha256 == sha256;

    // The same bytes may fare otherwise than before: the cohort's rules have changed. An open appeal is about these very bytes and goes
    // on; beside faults doubts do not matter, and another student's picture may have brought one.
    private static bool IsSameAgain(Student student, JudgedPhoto photo) =>
        IsSameFile(student, photo)
        && (student.Review == ReviewKind.Appeal
            || (student.Photo!.FaultCodes.SequenceEqual(CodesOf(photo.Faults))
                && (photo.Faults.Count > 0 || student.Photo.DoubtCodes.SequenceEqual(CodesOf(photo.Doubts)))));

    private static string[] CodesOf(IEnumerable<Failure> findings) => [.. findings.Select(finding => finding.Code)];

    private static UploadDecision Locked(UploadOutcome outcome, DecidedPhoto accepted, UploadedPhoto upload, DateTimeOffset at) =>
        upload.Sha256 is { } sha256 && sha256 == accepted.Sha256
            ? new() { Outcome = UploadOutcome.Unchanged, At = at }
            : new() { Outcome = outcome, At = at, Findings = [UploadFailures.PhotoLocked] };

    private static UploadDecision Unused(UploadOutcome outcome, JudgedPhoto photo, DateTimeOffset at) =>
        new() { Outcome = outcome, At = at, Findings = photo.Findings };

    // No history and no mail for a folder that was copied again; only the place in the order of versions moves.
    private static UploadDecision Unchanged(Student student, JudgedPhoto photo, DateTimeOffset at) =>
        Unused(UploadOutcome.Unchanged, photo, at) with
        {
            Student = student with { Photo = student.Photo! with { Source = photo.Upload.Version } },
        };

    private static UploadDecision Change(
        Student student, CollectionEvent happened, UploadOutcome outcome, JudgedPhoto photo, DateTimeOffset at)
    {
        if (!StudentLifecycle.Apply(student.Collection, happened).Succeeded(out var status, out var failure))
        {
            throw new UnreachableException(failure.Message.English);
        }

        var decided = new DecidedPhoto
        {
            Source = photo.Upload.Version,
            Sha256 = photo.Upload.Sha256,
            FaultCodes = CodesOf(photo.Faults),
            DoubtCodes = CodesOf(photo.Doubts),
            Findings = photo.Findings,
            Fingerprint = photo.Fingerprint,
            Outputs = [.. photo.Outputs.Select(output => output.Reference)],
            AcceptedAt = IsSameFile(student, photo) ? student.Photo!.AcceptedAt : null,
        };
        return Unused(outcome, photo, at) with
        {
            Student = student with
            {
                Collection = status,
                CollectionSince = status == student.Collection ? student.CollectionSince : at,
                Photo = decided,
            },
            History = new HistoryEntry
            {
                At = at,
                Event = happened.ToString(),
                From = student.Collection.ToString(),
                To = status.ToString(),
                By = "pipeline",
                Details = string.Join(' ', decided.CodesAgainst),
            },
        };
    }
}
