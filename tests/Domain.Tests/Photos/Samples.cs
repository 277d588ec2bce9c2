using System.Globalization;
using System.Text;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Tests.Photos;

/// <summary>One student and that student's photos, for tests in which only the photo matters.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Uploaded = new(2023, 4, 20, 2, 0, 0, TimeSpan.Zero);

    public static Student Student { get; } = new()
    {
        Key = new StudentKey(
            CohortCode.Parse("2024").Value!, TeachingPointCode.Parse("TP012").Value!, StudentNumber.Parse("2021001").Value!),
        Profile = new StudentProfile { Name = "张三", NationalId = NationalId.Parse("11010519491231002X").Value! },
        EnrolledAt = Uploaded.AddDays(-30),
        CollectionSince = Uploaded.AddDays(-30),
    };

    public static UploadVersion Version(string folder, int second) => new(
        $"2024/TP012/{folder}/11010519491231002X.jpg",
        string.Create(CultureInfo.InvariantCulture, $"{folder}-{second}"),
        Uploaded.AddSeconds(second));

    public static JudgedPhoto Judged(string content, string folder, int second, params Failure[] findings)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new JudgedPhoto
        {
            Upload = new UploadedPhoto(Version(folder, second), bytes.Length, bytes),
            Faults = [.. findings.Where(finding => !finding.NeedsReview)],
            Doubts = [.. findings.Where(finding => finding.NeedsReview)],
            Outputs = findings.All(finding => finding.NeedsReview) ? [new NormalisedPhoto(OutputProfile.Platform, bytes, 90)] : [],
        };
    }
}
