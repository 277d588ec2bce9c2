using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>A control: rounds that do not see every tenth student. A campaign over it must find mails missing.</summary>
public sealed class HidingStudents(IReminderStudents students) : IReminderStudents
{
    public IAsyncEnumerable<ReminderFacts> ListAsync(CohortCode cohort, TeachingPointCode point, CancellationToken cancellationToken) =>
        students.ListAsync(cohort, point, cancellationToken).Where(student => !student.Student.Number.Value.EndsWith('7'));

    public Task<IReadOnlyList<TeachingPointCode>> ListFormerAsync(
        StudentKey student, TeachingPointCode before, CancellationToken cancellationToken) =>
        students.ListFormerAsync(student, before, cancellationToken);

    public Task<Student?> FindAsync(StudentKey key, CancellationToken cancellationToken) => students.FindAsync(key, cancellationToken);
}
