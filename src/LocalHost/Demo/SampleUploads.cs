using PhotoFunctions.LocalHost.Portraits;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>The sample uploads, each with the outcome that is right: sound photos in all their forms, and one of every fault.</summary>
internal static class SampleUploads
{
    /// <summary>Sound files that do not look like the others: each needs a student.</summary>
    private static readonly (string What, FileFault File)[] SoundForms =
    [
        ("a PNG named .jpg", FileFaults.PlainPng),
        ("a PNG with an unused alpha channel", FileFaults.OpaquePng),
        ("a palette PNG", FileFaults.PalettePng),
        ("a 16-bit PNG", FileFaults.DeepPng),
        ("sideways, with the EXIF tag", FileFaults.Sideways),
        ("120 × 160 pixels already", FileFaults.PlatformSize),
        ("with an ICC profile", FileFaults.IccTagged),
    ];

    /// <summary>Files that must be refused: each needs a student.</summary>
    private static readonly (string What, FileFault File, string Code)[] Faults =
    [
        ("a text file", FileFaults.NotAnImage, "not-an-image"),
        ("WebP named .jpg", FileFaults.Webp, "format-not-supported"),
        ("GIF named .jpg", FileFaults.Gif, "format-not-supported"),
        ("PDF named .jpg", FileFaults.Pdf, "format-not-supported"),
        ("HEIC named .jpg", FileFaults.Heic, "format-not-supported"),
        ("cut off half-way", FileFaults.Truncated, "photo-truncated"),
        ("an empty file", FileFaults.Empty, "file-empty"),
        ("a PNG of 30000 × 30000", FileFaults.PngBomb, "photo-too-many-pixels"),
        ("a JPEG that claims 60000 × 60000", FileFaults.HugeFrame, "photo-side-too-long"),
        ("a JPEG of 400 scans", FileFaults.ScanBomb, "photo-too-many-scans"),
        ("100 × 133 pixels", FileFaults.TooSmall, "photo-too-small"),
        ("4 : 3, wider than high", FileFaults.WideAspect, "photo-aspect"),
        ("greyscale", FileFaults.Greyscale, "photo-greyscale"),
        ("CMYK", FileFaults.Cmyk, "photo-cmyk"),
        ("a transparent PNG", FileFaults.TransparentPng, "photo-transparent"),
        ("more than 20 MB", FileFaults.Oversize, "file-too-large"),
    ];

    /// <summary>Students whose photo never comes: a summary without any would look wrong.</summary>
    private const int Awaiting = 3;

    /// <summary>Each fault, each form and the rest of the table below need students of their own; three plain photos besides.</summary>
    public static int FewestStudents => Faults.Length + SoundForms.Length + Awaiting + 5;

    public static IReadOnlyList<DemoUpload> Plan(IReadOnlyList<SampleStudent> students, ulong seed)
    {
        var portraits = students.Select((student, index) => (student, Seed: seed + (ulong)index)).ToDictionary(pair => pair.student, pair => pair.Seed);
        var queue = new Queue<SampleStudent>(students.Skip(Awaiting));
        var elsewhere = students[0];
        var stranger = SampleNationalId.Create(students.Count + 1);

        // A check character x is one in eleven: found first, so that the rest take whom they get.
        var withX = queue.First(student => student.NationalId.EndsWith('X'));
        queue = new Queue<SampleStudent>(queue.Where(student => student != withX));
        List<DemoUpload> uploads =
        [
            Quarantined("a name instead of an ID number", "TP001/张三.jpg", "file-name-not-id"),
            Quarantined("a wrong check character", $"TP001/{SampleNationalId.WithWrongCheck(stranger)}.jpg", "national-id-checksum"),
            Quarantined("nobody's ID number", $"TP001/{stranger}.jpg", "student-unknown"),
            Quarantined("a student of the other teaching point", $"{Other(elsewhere.TeachingPoint)}/{elsewhere.NationalId}.jpg", "student-unknown"),
            Quarantined("an unknown teaching point", $"TP404/{stranger}.jpg", "place-unknown"),
            .. Faults.Select(fault => Of(queue.Dequeue(), fault.What, fault.File.Create) with { ExpectedOutcome = Outcomes.Rejected, ExpectedCode = fault.Code }),
            .. SoundForms.Select(form => Of(queue.Dequeue(), form.What, form.File.Create)),
            Of(withX, "a lower-case x in the name", Draw) with { Path = $"{withX.TeachingPoint}/{withX.NationalId.ToLowerInvariant()}.jpg" },
        ];
        var nested = queue.Dequeue();
        uploads.Add(Of(nested, "in a folder with a Chinese name", Draw) with { Path = $"{nested.TeachingPoint}/{nested.ClassName}/{nested.NationalId}.jpg" });
        while (queue.TryDequeue(out var student))
        {
            uploads.Add(Of(student, "a portrait", Draw));
        }

        return uploads;

        DemoUpload Of(SampleStudent student, string what, Func<ulong, byte[]> create) => new()
        {
            What = what,
            Path = $"{student.TeachingPoint}/{student.NationalId}.jpg",
            ContentAsync = _ => Task.FromResult(create(portraits[student])),
            ExpectedOutcome = Outcomes.Accepted,
        };

        DemoUpload Quarantined(string what, string path, string code) => new()
        {
            What = what,
            Path = path,
            ContentAsync = _ => Task.FromResult(Draw(seed + 1_000_000)),
            ExpectedOutcome = Outcomes.Quarantined,
            ExpectedCode = code,
        };
    }

    private static string Other(string teachingPoint) => SampleRoster.TeachingPoints.First(point => point.Code != teachingPoint).Code;

    private static byte[] Draw(ulong seed) => SamplePortrait.Draw(seed);
}
