using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.LocalHost;

namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>README's first command, as a child process.</summary>
public sealed partial class DemoTests
{
    /// <summary>Codes of uploads and photos that a healthy pipeline gives to no upload, each with what brings it about.</summary>
    private static readonly Dictionary<string, string> NotInTheDemo = new()
    {
        [FailureCodes.NationalIdShape] = "a roster's row; as a file name it is file-name-not-id",
        [FailureCodes.NationalIdRegion] = "a remark about a roster's row",
        [FailureCodes.FaceNotChecked] = "the cascade files are missing",
        [FailureCodes.OutputBytes] = "no drawn portrait is over 10 KB at 120×160 and quality 60",
        [FailureCodes.DecoderCrashed] = "the decoder ended the process twice",
        [FailureCodes.SpecificationInvalid] = "a cohort's own rules are wrong",
        [FailureCodes.PhotoDuplicateInCohort] = "it is looked for at night",
        [FailureCodes.ProcessingFailed] = "the storage account failed five times",
    };

    [Fact]
    public async Task The_demo_decides_every_upload_once_and_as_expected()
    {
        var photos = Directory.CreateTempSubdirectory("photofunctions-demo-");
        try
        {
            await using var demo = HostProcess.Start(
            [
                "demo", "--exit", "--in-memory", "--out", photos.FullName,
                .. HostProcess.FreePorts("--port", "--blob-port", "--queue-port", "--table-port"),
            ]);
            Assert.True(await demo.WaitForExitAsync(TestContext.Current.CancellationToken) == 0, demo.Output);
            Assert.Equal("demo: 88 uploaded, 37 accepted, 11 in review, 32 rejected, 6 quarantined, 0 lost", demo.Lines[^1]);
            Assert.Equal(73, photos.GetFiles("*.jpg").Length);
            Assert.Contains("校对无误", demo.Output, StringComparison.Ordinal);
            var mails = Assert.Single(demo.Lines, line => line.StartsWith("mails: ", StringComparison.Ordinal));
            Assert.Matches("^mails: [0-9]+ sent on [0-9]+ dates, 0 twice, 0 lost$", mails);
            Assert.Equal($"mails: {photos.GetFiles("mails/*.eml").Length} ", mails[..(mails.IndexOf(" sent", StringComparison.Ordinal) + 1)]);
            Assert.All(
                PhotoCodes().Except(NotInTheDemo.Keys),
                code => Assert.Contains($" {code} ", demo.Output, StringComparison.Ordinal));
        }
        finally
        {
            photos.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_demo_refuses_a_roster_without_photos_with_exit_code_2()
    {
        await using var demo = HostProcess.Start("demo", "--roster", "roster.csv");
        Assert.Equal(2, await demo.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.Contains("--photos", demo.Output, StringComparison.Ordinal);
    }

    // A file of their own holds the codes of photos; some of the others are those of uploads.
    private static IEnumerable<string> PhotoCodes() =>
    [
        FailureCodes.PlaceUnknown, FailureCodes.FileNameNotId, FailureCodes.StudentUnknown, FailureCodes.WindowClosed, FailureCodes.WindowNotOpen,
        FailureCodes.NationalIdChecksum, FailureCodes.NationalIdDate, FailureCodes.NationalIdShape, FailureCodes.NationalIdRegion,
        .. Code().Matches(File.ReadAllText(Path.Combine(BuildLayout.RepositoryRoot, "src", "Domain", "Results", "FailureCodes.Photos.cs")))
            .Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex("= \"([a-z0-9-]+)\";")]
    private static partial Regex Code();
}
