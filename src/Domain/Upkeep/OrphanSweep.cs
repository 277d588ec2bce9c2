using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>
/// Deletes finished outputs that no student has: of photos that were replaced, and of deliveries that ended between the output and the
/// record. A delivery writes its outputs before it records them, so nothing young is touched, and what is old is deleted only in the
/// version that was listed before the student was read: a delivery that comes in between writes it again and keeps it.
/// </summary>
/// <param name="pictures">Where students are walked over.</param>
/// <param name="files">Where outputs are walked over.</param>
/// <param name="time">The clock.</param>
public sealed class OrphanSweep(IStudentPictures pictures, IOutputFiles files, TimeProvider time)
{
    /// <summary>How long an output lies untouched; far longer than any delivery takes.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromHours(24);

    /// <summary>Sweeps one cohort.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cancellationToken">Ends the sweep; the next one goes on.</param>
    /// <returns>How many outputs were deleted.</returns>
    public async Task<int> RunAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cohort, cancellationToken);
        var deleted = 0;
        await foreach (var file in files.ListAsync(cohort, time.GetUtcNow() - Patience, cancellationToken))
        {
            // The walk is some seconds old: only what the student says now, after the file was listed, counts against a file. Of a
            // student who is not there nothing is deleted here; that is what retention is for.
            if (!known.Contains((file.Student.Value, file.Profile, file.Sha256))
                && await pictures.FindAsync(cohort, file.Student, cancellationToken) is { } student
                && !student.Outputs.Any(output => output.Profile == file.Profile && output.Sha256 == file.Sha256)
                && await files.DeleteAsync(cohort, file, cancellationToken))
            {
                deleted++;
            }
        }

        return deleted;
    }

    private async Task<HashSet<(string Student, string Profile, string Sha256)>> KnownAsync(
        CohortCode cohort, CancellationToken cancellationToken)
    {
        var known = new HashSet<(string Student, string Profile, string Sha256)>();
        await foreach (var picture in pictures.ListAsync(cohort, cancellationToken))
        {
            known.UnionWith(picture.Outputs.Select(output => (picture.Student.Number.Value, output.Profile, output.Sha256)));
        }

        return known;
    }
}
