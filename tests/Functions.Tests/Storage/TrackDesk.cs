using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage;

/// <summary>A cohort of students in real tables, and what changes them.</summary>
internal sealed class TrackDesk : IDisposable
{
    public static readonly DateTimeOffset At = new(2023, 5, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly EmulatorFixture _emulator;

    private TrackDesk(EmulatorFixture emulator, string cohort) =>
        (_emulator, App, Cohort) = (emulator, new FunctionApp(emulator), CohortCode.Parse(cohort).Value!);

    public FunctionApp App { get; }

    public CohortCode Cohort { get; }

    public IStudentStore Store => App.Services.GetRequiredService<IStudentStore>();

    public IStudentChanges Changes => App.Services.GetRequiredService<IStudentChanges>();

    public TableClient Rows => new TableServiceClient(_emulator.ConnectionString).GetTableClient("Students");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Students S000, S001, … at TP1.</summary>
    public static async Task<TrackDesk> OpenAsync(EmulatorFixture emulator, string cohort, int students = 1)
    {
        var desk = new TrackDesk(emulator, cohort);
        await desk.App.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);
        await Parallel.ForAsync(0, students, Token, async (i, token) => await desk.EnrolAsync(i, "TP1"));
        return desk;
    }

    public async Task<StudentKey> EnrolAsync(int i, string point)
    {
        var key = Key(i, point);
        await App.Services.GetRequiredService<IStudentRegister>().EnrolAsync(key, new StudentProfile { Name = "张三", NationalId = Id(i) }, Token);
        return key;
    }

    public StudentKey Key(int i, string point = "TP1") =>
        new(Cohort, TeachingPointCode.Parse(point).Value!, Number(string.Create(CultureInfo.InvariantCulture, $"S{i:000}")));

    public static StudentNumber Number(string number) => StudentNumber.Parse(number).Value!;

    public static NationalId Id(int i) => NationalId.Parse(TestIds.Number(i)).Value!;

    public async Task<Student> ReadAsync(StudentKey key) =>
        (await App.Services.GetRequiredService<StudentDirectory>().FindStudentAsync(key.Cohort, key.Number, null, Token))!;

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(StudentKey key) =>
        await App.Services.GetRequiredService<StudentDirectory>().HistoryAsync(await ReadAsync(key), Token);

    /// <summary>Accepts a photo, as the pipeline does: student, history and ledger in one batch.</summary>
    public Task AcceptAsync(StudentKey key)
    {
        var version = new UploadVersion($"x/TP1/{TestIds.First}.jpg", "a", At);
        return Store.DecideUploadAsync(
            key,
            version,
            (student, _) => Task.FromResult<UploadDecision?>(new UploadDecision
            {
                Outcome = UploadOutcome.Accepted,
                At = At,
                Student = student with
                {
                    Collection = CollectionStatus.Accepted,
                    CollectionSince = At,
                    Photo = new DecidedPhoto { Source = version, Sha256 = new string('a', 64) },
                },
                History = new HistoryEntry { At = At, Event = "PhotoAccepted", From = "Awaiting", To = "Accepted", By = "pipeline" },
            }.WithConsequences(student, ProofingStart.Acceptance)),
            Token);
    }

    public void Dispose() => App.Dispose();
}
