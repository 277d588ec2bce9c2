using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>
/// The student that a list of versions makes when each is decided once, in the order of the writes (docs/decisions/0005): what any
/// order of deliveries, with any crashes, has to come to.
/// </summary>
internal static class VersionFold
{
    public static async Task<Student> ApplyAsync(
        Student stored, Cohort cohort, IReadOnlyList<RigVersion> written, PhotoJudge judge, CancellationToken cancellationToken)
    {
        var student = stored with { Collection = default, Photo = null };
        foreach (var (version, content) in InOrder(written).Select(each => (each.Version, each.Content)))
        {
            var upload = new UploadedPhoto(version, content.Length, content.Length > cohort.Photos.MaxBytes ? default : content);
            var judged = await judge.JudgeAsync(upload, student, cohort, cancellationToken);
            student = UploadDecider.Decide(student, judged, version.LastModified).Student ?? student;
        }

        return student;
    }

    /// <summary>The sort is stable: versions of one name in one second stay in the order in which they were written.</summary>
    public static IEnumerable<RigVersion> InOrder(IEnumerable<RigVersion> written) => written
        .OrderBy(version => version.Version.LastModified)
        .ThenBy(version => version.Version.BlobName, StringComparer.Ordinal);
}
