using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>
/// Looks for the same picture in two students' records of a cohort, whatever their teaching points are. Photos are held against those of
/// their own teaching point when they are decided; this finds the rest, and those that were decided at the same moment.
/// </summary>
/// <param name="pictures">Where students are walked over.</param>
/// <param name="students">Where students are changed.</param>
/// <param name="time">The clock.</param>
public sealed class DuplicateSearch(IStudentPictures pictures, IStudentStore students, TimeProvider time)
{
    /// <summary>Searches one cohort, and sends one photo of each pair to a person.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>How many photos were sent.</returns>
    public async Task<int> RunAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var standing = new List<StudentPicture>();
        await foreach (var picture in pictures.ListAsync(cohort.Code, cancellationToken))
        {
            standing.Add(picture);
        }

        var sent = 0;
        foreach (var suspect in DuplicatePairs.Suspects(standing, cohort.Photos.Duplicates))
        {
            sent += await SendToReviewAsync(suspect, cancellationToken) ? 1 : 0;
        }

        return sent;
    }

    private async Task<bool> SendToReviewAsync(StudentPicture suspect, CancellationToken cancellationToken)
    {
        var isSent = false;
        await students.DecideReviewAsync(
            suspect.Student,
            (student, _) =>
            {
                var decision = DuplicateDecider.Decide(student, suspect, time.GetUtcNow());
                isSent = decision.Value?.History is not null;
                return Task.FromResult(decision);
            },
            cancellationToken);
        return isSent;
    }
}
