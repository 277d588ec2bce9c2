using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Fakes;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Progress;

/// <summary>A cohort with ten students at two teaching points, and files of results about them.</summary>
internal sealed class ImportWorld
{
    private int _row = 1;

    public ImportWorld()
    {
        Students = new InMemoryStudentStore(Faults, Time);
        Import = new ResultImport(Students, Time);
        for (var i = 0; i < 10; i++)
        {
            Students.EnrolAsync(Key(i), new StudentProfile { Name = "金丝雀", NationalId = NationalId.Parse(Id(i)).Value! }, CancellationToken.None)
                .GetAwaiter().GetResult();
        }
    }

    /// <summary>Its proofing starts from the capture unit's approval.</summary>
    public static Cohort Cohort { get; } = new()
    {
        Code = CohortCode.Parse("2024").Value!,
        Name = "2024届",
        CollectionOpensOn = new DateOnly(2023, 4, 1),
        CollectionClosesOn = new DateOnly(2023, 6, 30),
        Proofing = new ProofingRules { StartsFrom = ProofingStart.CaptureApproval },
    };

    public FaultPlan Faults { get; } = new();

    public FakeTimeProvider Time { get; } = new(Tracks.Day(40));

    public InMemoryStudentStore Students { get; }

    public ResultImport Import { get; }

    public static string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"2021{i:000}");

    public static string Id(int i) => NationalIds.Complete(string.Create(CultureInfo.InvariantCulture, $"36010319990101{i:000}"));

    public static StudentKey Key(int i) => new(
        Cohort.Code, TeachingPointCode.Parse(i < 5 ? "TP1" : "TP2").Value!, StudentNumber.Parse(Number(i)).Value!);

    public Student Get(int i) => Students.Get(Key(i));

    public IReadOnlyList<HistoryEntry> HistoryOf(int i) => Students.HistoryOf(Key(i));

    /// <summary>The next row, about the student with that index.</summary>
    public ResultRow Row(int i, string result, string date = "") =>
        new() { RowNumber = ++_row, StudentNumber = Number(i), Result = result, Date = date };

    public Task<ResultReport> VerifyAsync(params ResultRow[] rows) => ImportAsync(ResultKind.Verification, rows);

    public async Task<ResultReport> ImportAsync(ResultKind kind, ResultRow[] rows, string? asOf = null, bool isDryRun = false) =>
        Tracks.Must(await Import.ImportAsync(Cohort, kind, rows, asOf, isDryRun, TestContext.Current.CancellationToken));
}
