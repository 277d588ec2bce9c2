using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.EndToEnd.Tests.Rig.Histories;

/// <summary>One student and the whole intake over stores in memory.</summary>
internal sealed class MemoryWorld
{
    private const string Id = "11010519491231002X";
    private static readonly DateTimeOffset Start = new(2023, 4, 20, 2, 0, 0, TimeSpan.Zero);
    private static readonly byte[][] Contents = [RigContents.Good, RigContents.AlsoGood, RigContents.Doubtful, RigContents.Bad];
    private readonly FaultPlan _faults = new();
    private readonly FakeTimeProvider _time = new(Start);
    private readonly List<RigVersion> _versions = [];
    private readonly InMemoryPhotoStore _photos;
    private readonly InMemoryCohortStore _cohorts;
    private readonly InMemoryStudentStore _students;
    private readonly PhotoJudge _judge;
    private readonly PhotoIntake _intake;
    private readonly PoisonedUpload _poisoned;
    private readonly UploadReconciliation _reconciliation;
    private readonly PhotoReview _review;

    private MemoryWorld()
    {
        var codec = RigContents.CreateCodec();
        _photos = new InMemoryPhotoStore(_faults);
        _cohorts = new InMemoryCohortStore(_faults);
        _students = new InMemoryStudentStore(_faults, _time);
        _judge = new PhotoJudge(_students, codec);
        var owners = new UploadOwner(_cohorts, _students);
        var quarantine = new Quarantine(_photos, _students, _time);
        _intake = new PhotoIntake(_photos, _students, owners, quarantine, _judge, _time);
        _poisoned = new PoisonedUpload(_photos, _students, owners, quarantine, _time);
        _reconciliation = new UploadReconciliation(_photos, _students, _intake, _poisoned, _time);
        _review = new PhotoReview(_students, _photos, codec, _time);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Cohort Cohort { get; } = new()
    {
        Code = CohortCode.Parse("2024").Value!,
        Name = "2024届",
        CollectionOpensOn = new DateOnly(2023, 4, 1),
        CollectionClosesOn = new DateOnly(2023, 6, 30),
    };

    private static StudentKey Key { get; } =
        new(Cohort.Code, TeachingPointCode.Parse("TP012").Value!, StudentNumber.Parse("2021001").Value!);

    public static async Task<MemoryWorld> CreateAsync()
    {
        var world = new MemoryWorld();
        await world._cohorts.SaveAsync(Cohort, Stop);
        await world._cohorts.SaveAsync(new TeachingPoint { Cohort = Key.Cohort, Code = Key.TeachingPoint, Name = "教学点" }, Stop);
        await world._students.EnrolAsync(Key, new StudentProfile { Name = "张三", NationalId = NationalId.Parse(Id).Value! }, Stop);
        return world;
    }

    public Task TakeAsync(Step step)
    {
        switch (step)
        {
            case Step.Upload upload:
                _time.Advance(TimeSpan.FromSeconds(upload.Seconds));
                Upload($"2024/TP012/{upload.Folder}/{Id}.jpg", upload.Content);
                return Task.CompletedTask;
            case Step.Delivery delivery:
                return DeliverAsync(_versions[delivery.Version % _versions.Count], delivery);
            default:
                return DecideAsync((Step.Decision)step);
        }
    }

    /// <summary>The storm is over: the host delivers again what it has to, and the timer runs.</summary>
    public async Task<RigPicture> RecoverAsync()
    {
        foreach (var version in _versions.ToArray())
        {
            await DeliverAsync(version, null);
        }

        var settled = await ObserveAsync();
        await RepeatAsync();
        var repeated = await ObserveAsync();
        return settled with { ChangesByRepeating = [.. Lines(repeated).Except(Lines(settled))] };
    }

    // Two versions of one name never in one second: the storage could not tell them apart (docs/decisions/0005).
    private void Upload(string name, int content)
    {
        var older = _versions.LastOrDefault(version => version.Version.BlobName == name);
        if (older is not null)
        {
            older.IsOverwritten = true;
            if (older.Version.LastModified >= _time.GetUtcNow())
            {
                _time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        _versions.Add(new RigVersion(_photos.Upload(name, Contents[content], _time.GetUtcNow()), Contents[content]));
    }

    private async Task DeliverAsync(RigVersion delivered, Step.Delivery? step)
    {
        RigVersion? read = null;
        _photos.AfterNextOpen = () =>
        {
            var name = delivered.Version.BlobName;
            read = _versions.LastOrDefault(version => version.Version.BlobName == name && _photos.Inbox.Contains(version.Version));
            if (step is { Overwrite: >= 0 })
            {
                Upload(name, step.Overwrite);
            }
        };
        if (step is { Between: >= 0 })
        {
            var other = _versions[step.Between % _versions.Count].Version.BlobName;
            _students.BeforeNextCommit = () => _intake.ReceiveAsync(other, Stop).GetAwaiter().GetResult();
        }

        _faults.FailAt(step?.FailingCall ?? 0, step?.IsAfter ?? false);
        try
        {
            await _intake.ReceiveAsync(delivered.Version.BlobName, Stop);
            read?.IsAcknowledged = true;
        }
        catch (SimulatedOutageException)
        {
            // The worker is dead; the host delivers again.
        }
        finally
        {
            _faults.FailAt(0, false);
            (_photos.AfterNextOpen, _students.BeforeNextCommit) = (null, null);
        }
    }

    private async Task DecideAsync(Step.Decision step)
    {
        var photo = _students.Get(Key).Photo;
        var sha256 = step.IsAboutAnother || photo?.Sha256 is null ? new string('0', 64) : photo.Sha256;
        _faults.FailAt(step.FailingCall, step.IsAfter);
        try
        {
            await _review.DecideAsync(Key, Cohort, ReviewAct.Create(step.Event, sha256, "王老师", "背景可接受").Value!, Actors.Administrator, Stop);
        }
        catch (SimulatedOutageException)
        {
            // The person sees an error.
        }
        finally
        {
            _faults.FailAt(0, false);
        }
    }

    private async Task RepeatAsync()
    {
        foreach (var version in _versions)
        {
            await _intake.ReceiveAsync(version.Version.BlobName, Stop);
            await _poisoned.RecordAsync(version.Version.BlobName, version.Version.ETag, Stop);
        }

        _time.Advance(TimeSpan.FromHours(1));
        await _reconciliation.RunAsync(Stop);
    }

    private async Task<RigPicture> ObserveAsync()
    {
        var (student, history) = (_students.Get(Key), _students.HistoryOf(Key));
        var outcomes = _students.Ledger.Select(entry => (entry.ETag, entry.Outcome))
            .Concat(_students.Unmatched.Select(upload => (upload.Version.ETag, UploadOutcome.Quarantined)))
            .ToArray();
        var decided = _versions.Where(version => outcomes.Any(
            record => record.Item1 == version.Version.ETag && record.Item2 != UploadOutcome.Quarantined));
        var originals = new Dictionary<string, string>();
        foreach (var (_, sha256) in _photos.Originals)
        {
            var content = await _photos.OpenOriginalAsync(Key, sha256, Stop);
            originals[sha256] = Convert.ToHexStringLower(SHA256.HashData(content!.Value.Span));
        }

        return new RigPicture
        {
            Versions = _versions,
            Outcomes = outcomes,
            Student = student,
            Folded = history.Any(line => line.Person is not null)
                ? null
                : await VersionFold.ApplyAsync(student, Cohort, [.. decided], _judge, Stop),
            History = history,
            Originals = originals,
            Outputs = _photos.Outputs.ToDictionary(
                output => (output.Output.Profile, output.Output.Sha256), output => output.Output.Sha256),
            Inbox = [.. _photos.Inbox.Select(version => version.BlobName)],
        };
    }

    private static IEnumerable<string> Lines(RigPicture picture) =>
    [
        .. picture.Outcomes.Select(record => $"{record.ETag} {record.Outcome}"),
        .. picture.History.Select((line, index) => $"{index} {line}"),
        .. picture.Originals.Keys,
        .. picture.Outputs.Keys.Select(output => output.ToString()),
        $"{picture.Student.Standing} {picture.Student.Photo?.Source}",
    ];
}
