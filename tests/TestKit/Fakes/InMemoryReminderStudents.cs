using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>The students that reminders are about, in memory. A number is in one place of a cohort.</summary>
public sealed class InMemoryReminderStudents(FaultPlan faults) : IReminderStudents
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(CohortCode, StudentNumber), Student> _students = [];
    private readonly Dictionary<(CohortCode, TeachingPointCode), SortedDictionary<string, ReminderFacts>> _facts = [];

    private readonly Dictionary<(CohortCode, StudentNumber), List<TeachingPointCode>> _former = [];

    /// <summary>All students.</summary>
    public IReadOnlyList<Student> Students => Locked(() => _students.Values.ToList());

    /// <summary>Stores a student, new, changed or moved.</summary>
    public void Put(Student student) => Locked(() =>
    {
        if (Get(student.Key.Cohort, student.Key.Number) is { } stored && stored.Key.TeachingPoint != student.Key.TeachingPoint)
        {
            var places = _former.GetValueOrDefault((student.Key.Cohort, student.Key.Number), []);
            _former[(student.Key.Cohort, student.Key.Number)] = [stored.Key.TeachingPoint, .. places];
        }

        Take(student.Key.Cohort, student.Key.Number);
        _students[(student.Key.Cohort, student.Key.Number)] = student;
        var point = (student.Key.Cohort, student.Key.TeachingPoint);
        if (!_facts.TryGetValue(point, out var facts))
        {
            _facts[point] = facts = new SortedDictionary<string, ReminderFacts>(StringComparer.Ordinal);
        }

        facts[student.Key.Number.Value] = ReminderFacts.Of(student);
        return true;
    });

    /// <summary>Changes a student as stored.</summary>
    public void Change(CohortCode cohort, StudentNumber number, Func<Student, Student> change) => Locked(() =>
    {
        Put(change(_students[(cohort, number)]));
        return true;
    });

    /// <summary>A student as stored; null when there is none.</summary>
    public Student? Get(CohortCode cohort, StudentNumber number) => Locked(() => _students.GetValueOrDefault((cohort, number)));

    /// <summary>Removes a student.</summary>
    public void Remove(CohortCode cohort, StudentNumber number) => Locked(() => Take(cohort, number));

    public async IAsyncEnumerable<ReminderFacts> ListAsync(
        CohortCode cohort, TeachingPointCode point, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var facts = await faults.RunAsync(() => Locked(() => _facts.GetValueOrDefault((cohort, point))?.Values.ToArray() ?? []));
        foreach (var student in facts)
        {
            yield return student;
        }
    }

    public Task<Student?> FindAsync(StudentKey key, CancellationToken cancellationToken) =>
        faults.RunAsync(() => Get(key.Cohort, key.Number));

    public Task<IReadOnlyList<TeachingPointCode>> ListFormerAsync(
        StudentKey student, TeachingPointCode before, CancellationToken cancellationToken) =>
        faults.RunAsync<IReadOnlyList<TeachingPointCode>>(() => Locked(() =>
            _former.GetValueOrDefault((student.Cohort, student.Number), []).Distinct().Where(place => place != student.TeachingPoint).ToList()));

    private bool Take(CohortCode cohort, StudentNumber number) =>
        _students.Remove((cohort, number), out var before)
        && _facts[(cohort, before.Key.TeachingPoint)].Remove(number.Value);

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }
}
