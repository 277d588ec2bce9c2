using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Exports;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Tests.Progress;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Exports;

public sealed class PhotoPackageTests
{
    private static readonly string Sha256 = new('a', 64);

    private static readonly Cohort Settings = Tracks.Must(
        Cohort.Create(Samples.Student.Key.Cohort, "2024届", new DateOnly(2023, 4, 1), new DateOnly(2023, 6, 30)));

    private static readonly Gen<Student> Students = Gen.Select(
        StudentNumbers.Valid,
        NationalIds.Valid,
        Gen.OneOf(Gen.Char.Array[1, 50].Select(string.Concat), Gen.OneOf("张三", "../../张三", "{nationalId}", "CON")),
        (number, id, name) => Accepted(number, name, id));

    private static readonly Gen<string> Templates = Gen.OneOf(
        "{nationalId}.jpg",
        "{studentNumber}.jpg",
        "{name}{studentNumber}.jpg",
        "{name}_{nationalId}.jpg",
        "{studentNumber}{name}{name}{name}.jpg");

    [Theory]
    [InlineData("{nationalId}.jpg", "11010519491231002X.jpg")]
    [InlineData("{studentNumber}-{name}.jpg", "S1-张三.jpg")]
    [InlineData("照片 {name} {studentNumber} {name}.jpg", "照片 张三 S1 张三.jpg")]
    public void Names_a_photo_as_the_cohort_wants(string template, string path) =>
        Assert.Equal(path, Package(template).Add(Accepted("S1")).Path);

    [Fact]
    public void Puts_each_teaching_point_into_a_folder_of_its_own()
    {
        var package = Package(folders: true);

        Assert.Equal("TP012/11010519491231002X.jpg", package.Add(Accepted("S1")).Path);
        Assert.Equal("_con/440524188001010014.jpg", package.Add(Accepted("S2", id: "440524188001010014", point: "con")).Path);
    }

    [Fact]
    public void Says_of_a_photo_what_it_is()
    {
        var line = Package().Add(Accepted("S1"));

        Assert.Equal(new StoredOutput("platform-120x160", Sha256, 9000, 120, 160), line.Output);
        Assert.Equal((Tracks.Day(1), null), (line.AcceptedAt, line.LeftOut));
    }

    [Theory]
    [InlineData(CollectionStatus.Awaiting)]
    [InlineData(CollectionStatus.Rejected)]
    [InlineData(CollectionStatus.InReview)]
    public void Leaves_out_what_is_not_accepted_now(CollectionStatus status) =>
        Assert.Equal(LeftOutReason.NotAccepted, Package().Add(Accepted("S1") with { Collection = status }).LeftOut);

    [Fact]
    public void Asks_for_a_teachers_word_about_this_very_photo_when_told_to()
    {
        var student = Accepted("S1");
        var confirmed = student with { LastConfirmation = new PersonConfirmation("王老师", Tracks.Day(2), student.Photo!.Sha256!) };
        var outdated = student with { LastConfirmation = new PersonConfirmation("王老师", Tracks.Day(2), new string('0', 64)) };

        Assert.Equal(LeftOutReason.PersonUnconfirmed, Package(confirmedOnly: true).Add(student).LeftOut);
        Assert.Equal(LeftOutReason.PersonUnconfirmed, Package(confirmedOnly: true).Add(outdated).LeftOut);
        Assert.Null(Package(confirmedOnly: true).Add(confirmed).LeftOut);
        Assert.Null(Package().Add(student).LeftOut);
    }

    [Fact]
    public void Takes_the_first_required_profile_unless_another_one_is_asked_for()
    {
        Assert.Equal("platform-120x160", Package().Profile);
        Assert.Equal("chsi-480x640", Package(profile: "chsi-480x640").Profile);
        Assert.Equal(LeftOutReason.OutputUnavailable, Package(profile: "chsi-480x640").Add(Accepted("S1")).LeftOut);
        Assert.Equal(FailureCodes.RequestInvalid, PhotoPackage.Create(Settings, "original", false, false).Failure?.Code);
    }

    [Fact]
    public void Gives_no_name_twice_whatever_its_case()
    {
        var package = Package("{studentNumber}.jpg");

        Assert.Null(package.Add(Accepted("s1")).LeftOut);
        Assert.Equal(LeftOutReason.FileNameTaken, package.Add(Accepted("S1")).LeftOut);
    }

    [Fact]
    public void Leaves_out_what_no_file_system_could_name() => Assert.Equal(
        LeftOutReason.FileNameTooLong,
        Package("{studentNumber}{name}{name}.jpg").Add(Accepted("S1", new string('张', 50))).LeftOut);

    [Fact]
    public void Never_leads_out_of_its_folder_and_never_gives_a_path_twice() =>
        Gen.Select(Students.Array[1, 8], Templates, Gen.Bool).Sample((students, template, folders) =>
        {
            var package = Package(template, folders: folders);
            var lines = students.Select(package.Add).ToList();

            var paths = lines.Where(line => line.LeftOut is null).Select(line => line.Path).ToList();
            Assert.Equal(paths.Count, paths.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(paths, path =>
            {
                Assert.Equal(folders ? 2 : 1, path.Split('/').Length);
                Assert.Equal(Path.GetFullPath("/package/" + path), "/package/" + path);
                Assert.EndsWith(".jpg", path, StringComparison.Ordinal);
            });
            Assert.All(lines, line => Assert.Equal(line.LeftOut is null, line.Output is not null));
        });

    [Fact]
    public void Lists_a_photo_and_a_missing_one_in_the_manifest()
    {
        var line = Package(folders: true).Add(Accepted("S1"));

        Assert.Equal(
            ["TP012", "S1", "TP012/11010519491231002X.jpg", Sha256, "9000", "120", "160", "2023-05-02 00:00:00", "", ""],
            PackageManifest.Row(line));
        Assert.Equal(
            ["TP012", "S1", "", "", "", "", "", "", "picture-missing", "照片文件缺失"],
            PackageManifest.Row(line.Without(LeftOutReason.PictureMissing)));
    }

    [Fact]
    public void Has_words_for_every_reason() => Assert.All(
        Enum.GetValues<LeftOutReason>(),
        reason => Assert.NotEmpty(PackageManifest.Row(new PackageLine { Student = Samples.Student.Key, LeftOut = reason })[^1]));

    private static PhotoPackage Package(
        string template = "{nationalId}.jpg", string? profile = null, bool confirmedOnly = false, bool folders = false) =>
        Tracks.Must(PhotoPackage.Create(
            Settings with { PhotoFileName = Tracks.Must(FileNameTemplate.Parse(template)) }, profile, confirmedOnly, folders));

    private static Student Accepted(string number, string name = "张三", string id = "11010519491231002X", string point = "TP012")
    {
        var student = Tracks.Accepted;
        return student with
        {
            Key = new StudentKey(
                student.Key.Cohort, Tracks.Must(TeachingPointCode.Parse(point)), Tracks.Must(StudentNumber.Parse(number))),
            Profile = new StudentProfile { Name = name, NationalId = Tracks.Must(NationalId.Parse(id)) },
            Photo = student.Photo! with
            {
                AcceptedAt = Tracks.Day(1),
                Outputs = [new StoredOutput("platform-120x160", Sha256, 9000, 120, 160)],
            },
        };
    }
}
