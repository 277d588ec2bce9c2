using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Imaging;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>The real codec with a journal of its own, and what becomes of a file on it.</summary>
internal sealed class CodecDesk : IDisposable
{
    private static readonly DateTimeOffset Uploaded = new(2023, 4, 20, 2, 0, 0, TimeSpan.Zero);
    private static readonly CohortCode Cohort = CohortCode.Parse("2024").Value!;
    private readonly DirectoryInfo _journal = Directory.CreateTempSubdirectory("photofunctions-journal-");
    private readonly VipsPhotoCodec _codec;

    public CodecDesk() => _codec = new VipsPhotoCodec(FaceFinders.Real, new DecodeJournal(_journal.FullName, TimeProvider.System));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _codec.Dispose();
        _journal.Delete(recursive: true);
    }

    /// <summary>Header, decode, both outputs; nobody looks at what the picture shows.</summary>
    public async Task<FileVerdict> ReadAsync(byte[] content, PhotoSpecification? rules = null)
    {
        rules ??= PhotoSpecification.Default;
        if (!_codec.Inspect(content).Succeeded(out var inspection, out var failure))
        {
            return new FileVerdict([failure], []);
        }

        if (PhotoValidator.Validate(inspection, rules) is { Count: > 0 } faults)
        {
            return new FileVerdict(faults, []);
        }

        var plan = NormalisationPlan.For(inspection, rules);
        if (!(await _codec.DecodeAsync(content, plan, Cancellation)).Succeeded(out var picture, out failure))
        {
            return new FileVerdict([failure], []);
        }

        var written = await _codec.WriteAsync(picture, plan.Outputs, Cancellation);
        return new FileVerdict([.. written.Failures.Where(finding => finding.Code != FailureCodes.OutputUnavailable)], written.Outputs);
    }

    /// <summary>Everything that the intake asks of a photo.</summary>
    public Task<JudgedPhoto> JudgeAsync(byte[] content)
    {
        var cohort = new Cohort
        {
            Code = Cohort,
            Name = "2024届",
            CollectionOpensOn = new DateOnly(2023, 4, 1),
            CollectionClosesOn = new DateOnly(2023, 6, 30),
        };
        var student = new Student
        {
            Key = new StudentKey(Cohort, TeachingPointCode.Parse("TP012").Value!, StudentNumber.Parse("2021001").Value!),
            Profile = new StudentProfile { Name = "张三", NationalId = NationalId.Parse(TestIds.First).Value! },
            EnrolledAt = Uploaded,
            CollectionSince = Uploaded,
        };
        var upload = new UploadedPhoto(
            new UploadVersion($"2024/TP012/{TestIds.First}.jpg", "1", Uploaded), content.Length, content);
        var students = new InMemoryStudentStore(new FaultPlan(), new FakeTimeProvider(Uploaded));
        return new PhotoJudge(students, _codec).JudgeAsync(upload, student, cohort, Cancellation);
    }
}
