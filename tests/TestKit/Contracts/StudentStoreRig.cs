using System.Globalization;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit.Contracts;

/// <summary>A store under contract, with what only its own side can look up.</summary>
public abstract class StudentStoreRig : IAsyncDisposable
{
    private static int s_cohorts;

    public abstract ICohortStore Cohorts { get; }

    public abstract IStudentStore Store { get; }

    public abstract IStudentRegister Register { get; }

    /// <summary>The student as stored, found by the student number; null when there is none.</summary>
    public abstract Task<Student?> ReadAsync(CohortCode cohort, StudentNumber number);

    /// <summary>The student's history, at all teaching points, oldest first.</summary>
    public abstract Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Student student);

    /// <summary>What is wrong in the register of a cohort: a student without claims, a claim without its student, a number twice.</summary>
    public abstract Task<IReadOnlyList<string>> UnsoundAsync(CohortCode cohort);

    public abstract ValueTask DisposeAsync();

    /// <summary>A cohort of its own with the teaching points TP1 to TP3.</summary>
    public async Task<CohortCode> NewCohortAsync()
    {
        var code = CohortCode.Parse(string.Create(CultureInfo.InvariantCulture, $"CONTRACT{Interlocked.Increment(ref s_cohorts)}")).Value!;
        var (opens, closes) = (new DateOnly(2020, 1, 1), new DateOnly(2099, 12, 31));
        await Cohorts.SaveAsync(Cohort.Create(code, "契约届", opens, closes).Value!, CancellationToken.None);
        foreach (var point in new[] { "TP1", "TP2", "TP3" })
        {
            await Cohorts.SaveAsync(
                TeachingPoint.Create(code, TeachingPointCode.Parse(point).Value!, point).Value!, CancellationToken.None);
        }

        return code;
    }
}
