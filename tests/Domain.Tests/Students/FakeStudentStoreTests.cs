using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Contracts;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Students;

/// <summary>The fake that the workflows are tested on does what the real store does.</summary>
public sealed class FakeStudentStoreTests : StudentStoreContract
{
    protected override int Samples => 500;

    protected override StudentStoreRig Open() => new Rig();

    private sealed class Rig : StudentStoreRig
    {
        private readonly InMemoryStudentStore _students = new(new FaultPlan(), new FakeTimeProvider());

        public override ICohortStore Cohorts { get; } = new InMemoryCohortStore(new FaultPlan());

        public override IStudentStore Store => _students;

        public override IStudentRegister Register => _students;

        public override Task<Student?> ReadAsync(CohortCode cohort, StudentNumber number) => Task.FromResult(
            _students.Students.SingleOrDefault(student => student.Key.Cohort == cohort && student.Key.Number == number));

        public override Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Student student) =>
            Task.FromResult(_students.HistoryOf(student.Key.Cohort, student.Key.Number));

        public override Task<IReadOnlyList<string>> UnsoundAsync(CohortCode cohort) => Task.FromResult(_students.Unsound());

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
