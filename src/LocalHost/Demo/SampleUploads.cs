using PhotoFunctions.LocalHost.Portraits;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>The sample uploads, each with the outcome that is right: sound photos in all their forms, and one of every fault.</summary>
internal sealed class SampleUploads
{
    /// <summary>Pictures of the grey zones are always of the same people: the zones are narrow.</summary>
    private const ulong GreySeed = 900_001;

    /// <summary>Students whose photo never comes: a summary without any would look wrong.</summary>
    private const int Awaiting = 3;

    /// <summary>Uploads beside the table's: a lower-case x, a folder, the same picture twice, and three plain photos.</summary>
    private const int Others = 7;

    private readonly IReadOnlyList<SampleStudent> _students;
    private readonly ulong _seed;
    private readonly Dictionary<SampleStudent, ulong> _portraits;
    private readonly List<SampleStudent> _left;

    private SampleUploads(IReadOnlyList<SampleStudent> students, ulong seed)
    {
        (_students, _seed) = (students, seed);
        _portraits = students.Select((student, index) => (student, Seed: seed + (ulong)index)).ToDictionary(pair => pair.student, pair => pair.Seed);
        _left = [.. students.Skip(Awaiting)];
    }

    /// <summary>Each fault and each form needs a student of its own.</summary>
    public static int FewestStudents =>
        SampleFaults.Files.Length + SampleFaults.Pictures.Length + SampleFaults.GreyCases.Length + SampleFaults.SoundForms.Length + Awaiting + Others;

    public static IReadOnlyList<DemoUpload> Plan(IReadOnlyList<SampleStudent> students, ulong seed) => [.. new SampleUploads(students, seed).All()];

    private IEnumerable<DemoUpload> All()
    {
        // A check character x is one in eleven: found first, so that the rest take whom they get.
        var withX = Take(student => student.NationalId.EndsWith('X'));
        var (pictured, again) = (Take(_ => true), Take(_ => true));
        var copier = Take(student => student.TeachingPoint == pictured.TeachingPoint);
        var faulty = SampleFaults.Pictures.Select(fault => (fault, Student: Take(_ => true))).ToList();
        var blurred = faulty.Single(pair => pair.fault.Fault == PortraitFault.Blurred).Student;
        return
        [
            .. Strangers(),
            .. SampleFaults.Files.Select(fault => Rejected(Take(_ => true), fault.What, fault.File.Create, fault.Code)),
            .. faulty.Select(pair => Rejected(
                pair.Student, pair.fault.What, portrait => SamplePortrait.Draw(portrait, pair.fault.Fault), pair.fault.Code)),
            .. SampleFaults.GreyCases.Select((grey, index) => InReview(
                Take(_ => true), grey.What, _ => SamplePortrait.Draw(GreySeed + (ulong)index, grey.Fault), grey.Code)),
            .. SampleFaults.SoundForms.Select(form => Of(Take(_ => true), form.What, form.File.Create)),
            Of(withX, "a lower-case x in the name", Draw) with { Path = $"{withX.TeachingPoint}/{withX.NationalId.ToLowerInvariant()}.jpg" },
            Of(again, "in a folder with a Chinese name", Draw) with { Path = $"{again.TeachingPoint}/{again.ClassName}/{again.NationalId}.jpg" },
            Of(pictured, "a portrait", Draw),
            .. OutsideTheWindow(),
            .. FollowUps(pictured, again, copier, blurred),
            .. _left.Select(student => Of(student, "a portrait", Draw)),
        ];
    }

    private IEnumerable<DemoUpload> Strangers()
    {
        var stranger = SampleNationalId.Create(_students.Count + 1);
        var elsewhere = _students[0];
        return
        [
            Quarantined("a name instead of an ID number", "TP001/张三.jpg", "file-name-not-id"),
            Quarantined("a wrong check character", $"TP001/{SampleNationalId.WithWrongCheck(stranger)}.jpg", "national-id-checksum"),
            Quarantined("a birthday that does not exist", $"TP001/{SampleNationalId.WithImpossibleDate(stranger)}.jpg", "national-id-date"),
            Quarantined("nobody's ID number", $"TP001/{stranger}.jpg", "student-unknown"),
            Quarantined("a student of the other teaching point", $"{Other(elsewhere.TeachingPoint)}/{elsewhere.NationalId}.jpg", "student-unknown"),
            Quarantined("an unknown teaching point", $"TP404/{stranger}.jpg", "place-unknown"),
        ];
    }

    private IEnumerable<DemoUpload> OutsideTheWindow() =>
    [
        Rejected(_students[1], "after the window closed", Draw, "window-closed") with { CohortSuffix = DemoCohort.Closed.Suffix },
        Rejected(_students[2], "before the window opens", Draw, "window-not-open") with { CohortSuffix = DemoCohort.Next.Suffix },
    ];

    // What can only come after another upload was decided.
    private IEnumerable<DemoUpload> FollowUps(SampleStudent pictured, SampleStudent again, SampleStudent copier, SampleStudent blurred) =>
    [
        Of(pictured, "the same file again", Draw) with { IsFollowUp = true, ExpectedOutcome = Outcomes.Unchanged },
        Of(again, "another photo after acceptance", _ => Draw(_seed + 2_000_000)) with
        {
            IsFollowUp = true,
            ExpectedOutcome = Outcomes.PhotoLocked,
            ExpectedCode = "photo-locked",
        },
        InReview(copier, "another student's picture", _ => Draw(_portraits[pictured]), "photo-duplicate") with { IsFollowUp = true },
        Rejected(blurred, "the rejected picture, saved anew", seed => SamplePortrait.Draw(seed, PortraitFault.Blurred, 720, 960), "photo-resubmitted") with
        {
            IsFollowUp = true,
        },
    ];

    private SampleStudent Take(Predicate<SampleStudent> isFit)
    {
        var index = _left.FindIndex(isFit);
        var student = _left[index];
        _left.RemoveAt(index);
        return student;
    }

    private DemoUpload Rejected(SampleStudent student, string what, Func<ulong, byte[]> create, string code) =>
        Of(student, what, create) with { ExpectedOutcome = Outcomes.Rejected, ExpectedCode = code };

    private DemoUpload InReview(SampleStudent student, string what, Func<ulong, byte[]> create, string code) =>
        Of(student, what, create) with { ExpectedOutcome = Outcomes.InReview, ExpectedCode = code };

    private DemoUpload Quarantined(string what, string path, string code) => new()
    {
        What = what,
        Path = path,
        ContentAsync = _ => Task.FromResult(Draw(_seed + 1_000_000)),
        ExpectedOutcome = Outcomes.Quarantined,
        ExpectedCode = code,
    };

    private DemoUpload Of(SampleStudent student, string what, Func<ulong, byte[]> create) => new()
    {
        What = what,
        Path = $"{student.TeachingPoint}/{student.NationalId}.jpg",
        ContentAsync = _ => Task.FromResult(create(_portraits[student])),
        ExpectedOutcome = Outcomes.Accepted,
    };

    private static string Other(string teachingPoint) => SampleRoster.TeachingPoints.First(point => point.Code != teachingPoint).Code;

    private static byte[] Draw(ulong seed) => SamplePortrait.Draw(seed);
}
