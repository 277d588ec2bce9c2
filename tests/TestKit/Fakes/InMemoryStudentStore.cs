using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>
/// Students, history and ledger in memory. Like the real store it decides first and finds out at the write that a version is in the
/// ledger, or that the student changed meanwhile.
/// </summary>
public sealed partial class InMemoryStudentStore(FaultPlan faults, TimeProvider time) : IStudentStore, IStudentRegister
{
    private readonly Lock _gate = new();
    private readonly Dictionary<StudentKey, Student> _students = [];
    private readonly Dictionary<(CohortCode, NationalId), StudentKey> _byId = [];
    private readonly Dictionary<(StudentKey, string BlobName, string ETag), LedgerEntry> _ledger = [];
    private readonly Dictionary<(string BlobName, string ETag), UnmatchedUpload> _unmatched = [];
    private readonly List<(StudentKey Student, HistoryEntry Entry)> _history = [];
    private readonly Dictionary<StudentKey, (Student Student, StudentKey To)> _openMoves = [];
    private readonly HashSet<StudentKey> _left = [];
    private readonly Dictionary<CohortCode, RegisterChange> _changes = [];
    private int _version;

    /// <summary>Runs once between a decision and its write: the moment at which somebody else gets in between.</summary>
    public Action? BeforeNextCommit { get; set; }

    /// <summary>All students.</summary>
    public IReadOnlyList<Student> Students => Locked(() => _students.Values.ToList());

    /// <summary>What the ledger says, in the order in which it was written.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => Locked(() => _ledger.Values.ToList());

    /// <summary>The uploads that matched no student.</summary>
    public IReadOnlyList<UnmatchedUpload> Unmatched => Locked(() => _unmatched.Values.ToList());

    /// <summary>One student's history, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> HistoryOf(StudentKey key) =>
        Locked(() => _history.Where(line => line.Student == key).Select(line => line.Entry).ToList());

    /// <summary>One student's history at all teaching points, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> HistoryOf(CohortCode cohort, StudentNumber number) => Locked(() =>
        _history.Where(line => line.Student.Cohort == cohort && line.Student.Number == number).Select(line => line.Entry).ToList());

    /// <summary>One student as stored.</summary>
    public Student Get(StudentKey key) => Locked(() => _students[key]);

    /// <summary>Changes a student behind everybody's back.</summary>
    public void Change(StudentKey key, Func<Student, Student> change) => Locked(() => _students[key] = change(_students[key]));

    /// <summary>Loses a student's row but not the claim in the index, as an import that crashed half-way does.</summary>
    public void Forget(StudentKey key) => Locked(() => _students.Remove(key));

    /// <summary>Moves a student behind everybody's back.</summary>
    public void Move(StudentKey key, TeachingPointCode to) => Locked(() =>
    {
        Arrive(_students[key], key with { TeachingPoint = to });
        return true;
    });

    /// <summary>Begins a move and does not go on, as an import that crashed half-way does.</summary>
    public void BeginMove(StudentKey key, TeachingPointCode to) => Locked(() =>
    {
        _openMoves.Add(key, (_students[key], key with { TeachingPoint = to }));
        return _students.Remove(key);
    });

    /// <summary>What is wrong in the register: an ID number that leads to nobody, or nowhere.</summary>
    public IReadOnlyList<string> Unsound() => Locked<IReadOnlyList<string>>(() =>
    [
        .. _byId.Where(claim => _students.GetValueOrDefault(claim.Value)?.Profile.NationalId != claim.Key.Item2)
            .Select(claim => $"dangling {claim.Value}"),
        .. _students.Values.Where(student => _byId.GetValueOrDefault((student.Key.Cohort, student.Profile.NationalId)) != student.Key)
            .Select(student => $"missing {student.Key}"),
        .. _students.Keys.GroupBy(key => (key.Cohort, key.Number)).Where(group => group.Count() > 1).Select(group => $"twice {group.Key}"),
    ]);

    public Task<StudentKey?> FindAsync(
        NationalId id, CohortCode cohort, TeachingPointCode teachingPoint, CancellationToken cancellationToken) =>
        faults.RunAsync(() => Locked(() =>
            _byId.TryGetValue((cohort, id), out var key)
            && (key.TeachingPoint == teachingPoint || _left.Contains(key with { TeachingPoint = teachingPoint }))
                ? key with { TeachingPoint = teachingPoint }
                : null));

    public Task<LedgerEntry?> DecideUploadAsync(
        StudentKey key,
        UploadVersion version,
        Func<Student, CancellationToken, Task<UploadDecision?>> decide,
        CancellationToken cancellationToken) => faults.RunAsync(async () =>
        {
            while (true)
            {
                if (Locked(() => Read(key)) is not { } student)
                {
                    return Locked(() => _ledger.GetValueOrDefault((key, version.BlobName, version.ETag)));
                }

                if (await decide(student, cancellationToken) is not { } decision)
                {
                    return null;
                }

                Interrupt();
                if (Locked(() => TryCommit(key, version, student, decision)) is { } entry)
                {
                    return entry;
                }
            }
        });

    public async Task<LedgerEntry?> DecideWaitingAsync(
        WaitingUpload upload, Func<Student, CancellationToken, Task<UploadDecision?>> decide, CancellationToken cancellationToken)
    {
        // The record goes with the decision, also when the answer to it is lost.
        try
        {
            return await DecideUploadAsync(upload.Student, upload.Version, decide, cancellationToken);
        }
        finally
        {
            Locked(() => _ledger.ContainsKey((upload.Student, upload.Version.BlobName, upload.Version.ETag))
                && _unmatched.Remove((upload.Version.BlobName, upload.Version.ETag)));
        }
    }

    public async IAsyncEnumerable<WaitingUpload> ListWaitingAsync(
        CohortCode cohort, TeachingPointCode teachingPoint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = await faults.RunAsync(() => Locked(() => (
            from upload in _unmatched.Values
            where upload.Reason.Code == FailureCodes.StudentUnknown && upload.NationalId is not null
                && upload.Place?.Cohort == cohort && upload.Place.Code == teachingPoint
            let key = _byId.GetValueOrDefault((cohort, upload.NationalId!))
            where key?.TeachingPoint == teachingPoint
            orderby upload.Version.LastModified descending
            select new WaitingUpload(upload.Version, key)).ToList()));
        foreach (var upload in waiting)
        {
            yield return upload;
        }
    }

    public Task<Result<Student>> DecideReviewAsync(
        StudentKey key,
        Func<Student, CancellationToken, Task<Result<ReviewDecision>>> decide,
        CancellationToken cancellationToken) => faults.RunAsync<Result<Student>>(async () =>
        {
            while (true)
            {
                if (Locked(() => Read(key)) is not { } student)
                {
                    return RosterFailures.StudentNumberUnknown;
                }

                if (!(await decide(student, cancellationToken)).Succeeded(out var decision, out var failure))
                {
                    return failure;
                }

                Interrupt();
                if (decision.History is null || Locked(() => TryCommit(key, student, decision)))
                {
                    return decision.Student;
                }
            }
        });

    public async IAsyncEnumerable<PhotoFingerprint> ListOtherFingerprintsAsync(
        StudentKey except, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fingerprints = await faults.RunAsync(() => Locked(() => _students.Values
            .Where(student => student.Key != except && student.Key.Cohort == except.Cohort && student.Key.TeachingPoint == except.TeachingPoint)
            .Select(student => student.Photo?.Fingerprint)
            .OfType<PhotoFingerprint>()
            .ToList()));
        foreach (var fingerprint in fingerprints)
        {
            yield return fingerprint;
        }
    }

    public Task RecordUnmatchedAsync(UnmatchedUpload upload, CancellationToken cancellationToken) =>
        faults.RunAsync(() => { Locked(() => _unmatched.TryAdd((upload.Version.BlobName, upload.Version.ETag), upload)); });

    public Task<IReadOnlyList<Result<EnrolmentOutcome>>> EnrolAsync(
        CohortCode cohort, IReadOnlyList<Enrolment> enrolments, bool isDryRun, CancellationToken cancellationToken) =>
        faults.RunAsync(() => Locked<IReadOnlyList<Result<EnrolmentOutcome>>>(() =>
        {
            var standing = from student in _students.Values
                           where student.Key.Cohort == cohort
                           select LineOf(student.Key, student.Profile) with
                           {
                               MustRecapture = student.MustRecapture,
                               Verification = student.Verification,
                           };
            var wanted = enrolments
                .Select(enrolment => LineOf(enrolment.Key, ProfileAfter(enrolment)) with { MustRecapture = enrolment.MustRecapture })
                .ToList();
            var plan = EnrolmentPlan.Of(standing, wanted);
            foreach (var planned in plan.Where(planned => !isDryRun && planned.Result.Failure is null))
            {
                Enrol(enrolments[planned.Index], planned.Result.Value);
            }

            if (!isDryRun && plan.Any(planned => planned.Result.Failure is null && planned.Result.Value != EnrolmentOutcome.Unchanged))
            {
                _changes[cohort] = new RegisterChange(cohort, $"{++_version}", time.GetUtcNow());
            }

            return [.. plan.OrderBy(planned => planned.Index).Select(planned => planned.Result)];
        }));

    public Task<Result<Student>> RemoveAsync(
        CohortCode cohort, StudentNumber number, Attribution by, CancellationToken cancellationToken) =>
        faults.RunAsync(() => Locked<Result<Student>>(() =>
        {
            if (_openMoves.Keys.Any(key => key.Cohort == cohort && key.Number == number))
            {
                return RosterFailures.StudentMoving;
            }

            if (_students.Values.SingleOrDefault(student => student.Key.Cohort == cohort && student.Key.Number == number) is not { } gone)
            {
                return RosterFailures.StudentNumberUnknown;
            }

            _students.Remove(gone.Key);
            _byId.Remove((cohort, gone.Profile.NationalId));
            _history.Add((gone.Key, StudentRemoval.Line(gone, by, time.GetUtcNow())));
            _changes[cohort] = new RegisterChange(cohort, $"{++_version}", time.GetUtcNow());
            return gone;
        }));

    public Task<IReadOnlyList<RegisterChange>> ListChangesAsync(CancellationToken cancellationToken) =>
        faults.RunAsync(() => Locked<IReadOnlyList<RegisterChange>>(() => [.. _changes.Values]));

    public Task<int> RepairAsync(CohortCode cohort, DateTimeOffset writtenBefore, CancellationToken cancellationToken) =>
        faults.RunAsync(() => Locked(() =>
        {
            var moves = _openMoves.Where(move => move.Key.Cohort == cohort).ToList();
            foreach (var (from, (student, to)) in moves)
            {
                _openMoves.Remove(from);
                Arrive(student, to);
            }

            var dangling = _byId.Where(claim => claim.Key.Item1 == cohort && !_students.ContainsKey(claim.Value)).ToList();
            dangling.ForEach(claim => _byId.Remove(claim.Key));
            return moves.Count + dangling.Count;
        }));

    public Task SettleAsync(RegisterChange change, CancellationToken cancellationToken) => faults.RunAsync(() => Locked(() =>
        ((ICollection<KeyValuePair<CohortCode, RegisterChange>>)_changes).Remove(KeyValuePair.Create(change.Cohort, change))));

    private void Interrupt()
    {
        var interruption = BeforeNextCommit;
        BeforeNextCommit = null;
        interruption?.Invoke();
    }

    private bool TryCommit(StudentKey key, Student read, ReviewDecision decision)
    {
        if (!ReferenceEquals(_students.GetValueOrDefault(key), read))
        {
            return false;
        }

        _students[key] = decision.Student;
        _history.AddRange([(key, decision.History!), .. decision.Consequences.Select(line => (key, line))]);
        return true;
    }

    private LedgerEntry? TryCommit(StudentKey key, UploadVersion version, Student read, UploadDecision decision)
    {
        if (_ledger.TryGetValue((key, version.BlobName, version.ETag), out var decided))
        {
            return decided;
        }

        if (!ReferenceEquals(_students.GetValueOrDefault(key), read))
        {
            return null;
        }

        _students[key] = decision.Student ?? read;
        if (decision.History is { } history)
        {
            _history.AddRange([(key, history), .. decision.Consequences.Select(line => (key, line))]);
        }

        return _ledger[(key, version.BlobName, version.ETag)] = new LedgerEntry
        {
            ETag = version.ETag,
            UploadedAt = version.LastModified,
            DecidedAt = decision.At,
            MaskedFileName = UploadPath.Parse(version.BlobName).MaskedFileName,
            StudentNumber = key.Number.Value,
            Outcome = decision.Outcome,
            Findings = decision.Findings,
        };
    }

    private Student? Read(StudentKey key) => _openMoves.ContainsKey(key)
        ? throw new InvalidOperationException("The student is being moved to another teaching point.")
        : _students.GetValueOrDefault(key);

    private static RegisterLine LineOf(StudentKey key, StudentProfile profile) => new(
        key,
        profile.NationalId.Value,
        profile.Name,
        string.Join('\n', profile.Name, profile.Level, profile.Major, profile.ClassName, profile.Mail, profile.Phone));

    private StudentProfile ProfileAfter(Enrolment enrolment) =>
        _students.Values.FirstOrDefault(student => student.Key.Cohort == enrolment.Key.Cohort && student.Key.Number == enrolment.Key.Number)
            is { } standing
            ? enrolment.ProfileAfter(standing.Profile)
            : enrolment.Profile;

    private void Enrol(Enrolment enrolment, EnrolmentOutcome outcome)
    {
        var (key, profile) = enrolment;
        if (outcome == EnrolmentOutcome.Added)
        {
            _byId[(key.Cohort, profile.NationalId)] = key;
            Store(EnrolmentDecider.Add(enrolment, time.GetUtcNow()));
        }
        else if (outcome != EnrolmentOutcome.Unchanged)
        {
            var standing = _students.Values.Single(student => student.Key.Cohort == key.Cohort && student.Key.Number == key.Number);
            if (outcome == EnrolmentOutcome.Moved)
            {
                Arrive(standing, key);
                standing = _students[key];
            }

            _byId.Remove((key.Cohort, standing.Profile.NationalId));
            _byId[(key.Cohort, profile.NationalId)] = key;
            Store(EnrolmentDecider.Update(standing, enrolment, time.GetUtcNow()).Value!);
        }

        void Store(StudentChange change)
        {
            _students[key] = change.Student;
            _history.AddRange(change.History.Select(line => (key, line)));
        }
    }

    private void Arrive(Student student, StudentKey to)
    {
        var (from, now) = (student.Key, time.GetUtcNow());
        _students.Remove(from);
        _left.Add(from);
        _students[to] = student with { Key = to, MovedFrom = from.TeachingPoint, MovedOn = now };
        _byId[(to.Cohort, student.Profile.NationalId)] = to;
        _history.Add((to, StudentMovement.Line(from.TeachingPoint, to.TeachingPoint, now)));
    }

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }
}
