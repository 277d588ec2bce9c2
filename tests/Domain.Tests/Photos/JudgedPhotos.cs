using System.Text;
using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Photos;

/// <summary>Judged versions of one student's photo.</summary>
internal static class JudgedPhotos
{
    private const int Contents = 4;
    private static readonly Failure Late = Cohort
        .Create(CohortCode.Parse("2024").Value!, "2024届", new DateOnly(2023, 4, 1), new DateOnly(2023, 6, 30)).Value!
        .OutsideWindow(new DateTimeOffset(2023, 7, 2, 0, 0, 0, TimeSpan.Zero), "高起专", TeachingPointCode.Parse("TP001").Value!)!;

    /// <summary>The same bytes have the same faults, whenever they come.</summary>
    public static Gen<JudgedPhoto[]> OfOneStudent { get; } =
        from versions in UploadVersions.Distinct
        from contents in Gen.Int[0, Contents - 1].Array[versions.Length]
        from fortunes in Gen.Int[0, 3].Array[Contents]
        select versions.Select((version, i) => Judge(version, contents[i], fortunes[contents[i]])).ToArray();

    /// <summary>The same bytes may be acceptable in one version and not in another.</summary>
    public static Gen<JudgedPhoto[]> OfChangingFortune { get; } =
        from versions in UploadVersions.Distinct
        from contents in Gen.Int[0, Contents - 1].Array[versions.Length]
        from fortunes in Gen.Int[0, 4].Array[versions.Length]
        select versions.Select((version, i) => Judge(version, contents[i], fortunes[i])).ToArray();

    /// <summary>By the rule of storage.md, written here once more: by second, then by name.</summary>
    public static JudgedPhoto[] InOrder(IEnumerable<JudgedPhoto> photos) =>
    [
        .. photos.OrderBy(photo => photo.Upload.Version.LastModified)
            .ThenBy(photo => photo.Upload.Version.BlobName, StringComparer.Ordinal),
    ];

    private static JudgedPhoto Judge(UploadVersion version, int content, int fortune)
    {
        var bytes = Encoding.UTF8.GetBytes($"content {content}");
        return new JudgedPhoto
        {
            Upload = new UploadedPhoto(version, bytes.Length, bytes),
            Faults = fortune switch { 0 or 3 => [], 1 => [PhotoFailures.Cmyk], 4 => [Late], _ => [PhotoFailures.Greyscale, PhotoFailures.Damaged] },
            Doubts = fortune is 2 or 3 ? [PixelFailures.PhotoDuplicate] : [],
            Outputs = fortune is 0 or 3 ? [new NormalisedPhoto(OutputProfile.Platform, bytes, 90)] : [],
        };
    }
}
