using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>Look-ups within a cohort, and changes of student and history.</summary>
public sealed partial class InMemoryStudentStore : IStudentChanges
{
    public Task<StudentMatches> MatchAsync(
        CohortCode cohort,
        IReadOnlyCollection<StudentNumber> numbers,
        IReadOnlyCollection<NationalId> ids,
        CancellationToken cancellationToken) => faults.RunAsync(() => Locked(() => new StudentMatches(
            _students.Keys.Where(key => key.Cohort == cohort && numbers.Contains(key.Number)).ToDictionary(key => key.Number),
            ids.Where(id => _byId.ContainsKey((cohort, id))).ToDictionary(id => id, id => _byId[(cohort, id)]))));

    public Task<Result<Student>> ChangeAsync(
        StudentKey key, Func<Student, Result<StudentChange>> decide, CancellationToken cancellationToken) =>
        faults.RunAsync<Result<Student>>(() =>
        {
            while (true)
            {
                if (Locked(() => _students.GetValueOrDefault(key)) is not { } student)
                {
                    return RosterFailures.StudentNumberUnknown;
                }

                if (!decide(student).Succeeded(out var change, out var failure))
                {
                    return failure;
                }

                Interrupt();
                if (change.IsNothing || Locked(() => TryCommit(key, student, change)))
                {
                    return change.Student;
                }
            }
        });

    public async Task<IReadOnlyCollection<StudentKey>> ChangeAllAsync(
        IReadOnlyCollection<StudentKey> keys, Func<Student, StudentChange> decide, CancellationToken cancellationToken)
    {
        var gone = new List<StudentKey>();
        foreach (var key in keys)
        {
            if (!(await ChangeAsync(key, student => decide(student), cancellationToken)).Succeeded(out _, out _))
            {
                gone.Add(key);
            }
        }

        return gone;
    }

    public async IAsyncEnumerable<Student> ReadAllAsync(
        IReadOnlyCollection<StudentKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await faults.RunAsync(() => Locked(() => keys.Select(_students.GetValueOrDefault).OfType<Student>().ToList()));
        foreach (var student in found)
        {
            yield return student;
        }
    }

    private bool TryCommit(StudentKey key, Student read, StudentChange change)
    {
        if (!ReferenceEquals(_students.GetValueOrDefault(key), read))
        {
            return false;
        }

        _students[key] = change.Student;
        _history.AddRange(change.History.Select(line => (key, line)));
        return true;
    }
}
