using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>Real files of which it is known beforehand whether they are good, for an app with its real codec in another process.</summary>
internal static class KnownJudgements
{
    private const int Portraits = 16;
    private static readonly byte[] Bad = SampleFiles.File("truncated");

    public static byte[] Draw(Random random) => random.Next(4) == 0 ? Bad : SampleFiles.Portrait(random.Next(1, Portraits + 1));

    /// <summary>The fold with these judgements: who the photo is from and where it stands; how it was written out is the codec's.</summary>
    public static Task<Student> FoldAsync(Student stored, IReadOnlyList<RigVersion> decided)
    {
        var student = VersionFold.InOrder(decided).Aggregate(stored with { Collection = default, Photo = null }, Apply);
        return Task.FromResult(student.Photo is not { } photo || stored.Photo is not { } kept ? student : student with
        {
            Photo = kept with { Source = photo.Source, Sha256 = photo.Sha256 },
        });
    }

    private static Student Apply(Student student, RigVersion version)
    {
        var upload = new UploadedPhoto(version.Version, version.Content.Length, version.Content);
        var judged = new JudgedPhoto { Upload = upload, Faults = version.Content == Bad ? [PhotoFailures.Truncated] : [] };
        return UploadDecider.Decide(student, judged, version.Version.LastModified).Student ?? student;
    }
}
