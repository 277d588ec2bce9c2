using System.Text;
using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Upkeep;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

/// <summary>One cohort, two teaching points, a student at each, and everything that an upload walks through.</summary>
internal sealed class IntakeWorld
{
    public const string Id = "11010519491231002X";
    public const string OtherPointsId = "440524188001010014";
    public const string ClassmatesId = "110105199003070033";
    public const string Inbox = "2024/TP012/" + Id + ".jpg";
    public const string ClassmatesInbox = "2024/TP012/" + ClassmatesId + ".jpg";
    public const string OtherPointsInbox = "2024/TP013/" + OtherPointsId + ".jpg";

    /// <summary>Of a good photo's calls the last: cohort, teaching point, student, upload, decision, original, outputs, deletion.</summary>
    public const int DeletionCall = 8;

    private const int Attempts = 5;

    public static readonly DateTimeOffset Uploaded = new(2023, 4, 20, 2, 0, 0, TimeSpan.Zero);
    public static readonly PhotoSpecification Rules = PhotoSpecification.Default with { MaxBytes = 1_000, Outputs = [OutputProfile.Platform] };
    public static readonly CohortCode Cohort = CohortCode.Parse("2024").Value!;
    public static readonly StudentKey Key = KeyOf("TP012", "2021001");
    public static readonly StudentKey OtherPointsKey = KeyOf("TP013", "2021002");
    public static readonly StudentKey ClassmatesKey = KeyOf("TP012", "2021003");

    private IntakeWorld()
    {
        Photos = new InMemoryPhotoStore(Faults);
        Cohorts = new InMemoryCohortStore(Faults);
        Students = new InMemoryStudentStore(Faults, Time);
        var owners = new UploadOwner(Cohorts, Students);
        var quarantine = new Quarantine(Photos, Students, Time);
        Intake = new PhotoIntake(Photos, Students, owners, quarantine, new PhotoJudge(Students, Codec), Time);
        Poisoned = new PoisonedUpload(Photos, Students, owners, quarantine, Time);
        Reconciliation = new UploadReconciliation(Photos, Students, Intake, Poisoned, Time);
        Repair = new RegisterRepair(Students, new QuarantineReoffer(Cohorts, Students, Intake, Time), Time);
        Review = new PhotoReview(Students, Photos, Codec, Time);
    }

    public FaultPlan Faults { get; } = new();

    public FakeTimeProvider Time { get; } = new(Uploaded.AddMinutes(1));

    public ScriptedPhotoCodec Codec { get; } = new();

    public InMemoryPhotoStore Photos { get; }

    public InMemoryCohortStore Cohorts { get; }

    public InMemoryStudentStore Students { get; }

    public PhotoIntake Intake { get; }

    public PoisonedUpload Poisoned { get; }

    public UploadReconciliation Reconciliation { get; }

    public RegisterRepair Repair { get; }

    public PhotoReview Review { get; }

    public Student Student => Students.Get(Key);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IntakeWorld> CreateAsync(PhotoSpecification? rules = null)
    {
        var world = new IntakeWorld();
        var settings = Settings(rules);
        await world.Cohorts.SaveAsync(settings, Cancellation);
        await world.Cohorts.SavePhotoRulesAsync(Cohort, settings.Photos, Cancellation);
        await world.EnrolAsync(Key, Id, "张三");
        await world.EnrolAsync(OtherPointsKey, OtherPointsId, "李四");
        await world.EnrolAsync(ClassmatesKey, ClassmatesId, "王五");
        return world;
    }

    /// <summary>The cohort as it is stored, with these rules for photos or, with null, <see cref="Rules"/>.</summary>
    public static Cohort Settings(PhotoSpecification? rules = null) => new()
    {
        Code = Cohort,
        Name = "2024届",
        CollectionOpensOn = new DateOnly(2023, 4, 1),
        CollectionClosesOn = new DateOnly(2023, 6, 30),
        Photos = rules ?? Rules,

        // So that the histories here tell of photos alone.
        Proofing = new ProofingRules { StartsFrom = ProofingStart.CaptureApproval },
    };

    public static byte[] Bytes(string content) => Encoding.UTF8.GetBytes(content);

    public UploadVersion Upload(string content, string blobName = Inbox, int second = 0) =>
        Photos.Upload(blobName, Bytes(content), Uploaded.AddSeconds(second));

    public Task<IntakeReport> ReceiveAsync(string blobName = Inbox) => Intake.ReceiveAsync(blobName, Cancellation);

    public Task<IntakeReport> RecordPoisonedAsync(UploadVersion version) =>
        Poisoned.RecordAsync(version.BlobName, version.ETag, Cancellation);

    public Task<IReadOnlyList<IntakeReport>> ReconcileAsync() => Reconciliation.RunAsync(Cancellation);

    /// <summary>What the host does with one upload: five attempts, then the poison queue with its own five.</summary>
    public async Task DeliverAsync(UploadVersion version)
    {
        if (!await TryAsync(() => ReceiveAsync(version.BlobName)))
        {
            Assert.True(await TryAsync(() => RecordPoisonedAsync(version)), "Even the poison message failed at every attempt.");
        }
    }

    public async Task EnrolAsync(StudentKey key, string id, string name)
    {
        await Cohorts.SaveAsync(
            new TeachingPoint { Cohort = key.Cohort, Code = key.TeachingPoint, Name = $"{key.TeachingPoint}教学点" }, Cancellation);
        var profile = new StudentProfile { Name = name, NationalId = NationalId.Parse(id).Value! };
        Assert.Equal(EnrolmentOutcome.Added, (await Students.EnrolAsync(key, profile, Cancellation)).Value);
    }

    private static async Task<bool> TryAsync(Func<Task> work)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                await work();
                return true;
            }
            catch (SimulatedOutageException)
            {
                // The host delivers again.
            }
        }

        return false;
    }

    private static StudentKey KeyOf(string point, string number) =>
        new(Cohort, TeachingPointCode.Parse(point).Value!, StudentNumber.Parse(number).Value!);
}
