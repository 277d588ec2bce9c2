using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>Decides what it does to a student that another student of the cohort has the same picture.</summary>
public static class DuplicateDecider
{
    /// <summary>The decision: the photo goes to a person, also when it was accepted. Failure: <c>transition-illegal</c>.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="suspect">The photo that was found.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The decision, without a line for the history when there is nothing to do: another photo since, or a person's word.</returns>
    public static Result<ReviewDecision> Decide(Student student, StudentPicture suspect, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(suspect);
        if (student.Photo is not { IsApprovedByPerson: false } photo
            || photo.Fingerprint != suspect.Fingerprint
            || student.Review == ReviewKind.Appeal
            || photo.DoubtCodes.Contains(FailureCodes.PhotoDuplicateInCohort))
        {
            return new ReviewDecision { Student = student };
        }

        if (!StudentLifecycle.Apply(student.Collection, CollectionEvent.DuplicateFound).Succeeded(out var status, out var failure))
        {
            return failure;
        }

        return new ReviewDecision
        {
            Student = student with
            {
                Collection = status,
                CollectionSince = status == student.Collection ? student.CollectionSince : at,
                Photo = photo with { DoubtCodes = [.. photo.DoubtCodes, FailureCodes.PhotoDuplicateInCohort] },
            },
            History = new HistoryEntry
            {
                At = at,
                Event = nameof(CollectionEvent.DuplicateFound),
                From = student.Collection.ToString(),
                To = status.ToString(),
                By = "pipeline",
                Details = FailureCodes.PhotoDuplicateInCohort,
                Sha256 = photo.Sha256,
            },
        };
    }
}
