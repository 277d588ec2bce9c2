using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Fakes;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Students;

public sealed class RosterImportTests
{
    private const string CanaryName = "金丝雀";
    private const string CanaryMail = "canary@mail.example";
    private static readonly CohortCode Cohort = CohortCode.Parse("2024").Value!;
    private static readonly RosterRow Row = RowOf(2, "2021001", NationalIds.Complete("11010519491231002"));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2023, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FaultPlan _faults = new();
    private readonly InMemoryCohortStore _cohorts;
    private readonly InMemoryStudentStore _students;

    public RosterImportTests()
    {
        _cohorts = new InMemoryCohortStore(_faults);
        _students = new InMemoryStudentStore(_faults, _time);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, RosterRow, string> Faults => new()
    {
        { "no number", Row with { StudentNumber = " " }, FailureCodes.CodeShape },
        { "number with a blank", Row with { StudentNumber = "2021 001" }, FailureCodes.CodeShape },
        { "no teaching point", Row with { TeachingPoint = "" }, FailureCodes.CodeShape },
        { "unknown teaching point", Row with { TeachingPoint = "TP099" }, FailureCodes.TeachingPointUnknown },
        { "teaching point in lower case", Row with { TeachingPoint = "tp012" }, FailureCodes.TeachingPointUnknown },
        { "no ID", Row with { NationalId = "" }, FailureCodes.NationalIdShape },
        { "ID too short", Row with { NationalId = "11010519491231002" }, FailureCodes.NationalIdShape },
        { "ID with a wrong check character", Row with { NationalId = "110105194912310021" }, FailureCodes.NationalIdChecksum },
        { "ID with a wrong date", Row with { NationalId = "11010519490230002X" }, FailureCodes.NationalIdDate },
        { "ID as a number", Row with { NationalId = "1.10105194912310E+17", NationalIdIsNumeric = true }, FailureCodes.NumericIdCell },
        { "whole ID as a number", Row with { NationalIdIsNumeric = true }, FailureCodes.NumericIdCell },
        { "a formula for the ID", Row with { NationalId = "=B2" }, FailureCodes.FormulaCell },
        { "a formula for the phone", Row with { Phone = "=cmd()" }, FailureCodes.FormulaCell },
        { "no name", Row with { Name = " \u3000" }, FailureCodes.ValueMissing },
        { "name too long", Row with { Name = new string('名', 51) }, FailureCodes.ValueTooLong },
        { "level too long", Row with { Level = new string('层', 51) }, FailureCodes.ValueTooLong },
        { "major too long", Row with { Major = new string('专', 51) }, FailureCodes.ValueTooLong },
        { "class too long", Row with { ClassName = new string('班', 51) }, FailureCodes.ValueTooLong },
        { "phone too long", Row with { Phone = new string('1', 51) }, FailureCodes.ValueTooLong },
        { "mail too long", Row with { Mail = new string('a', 250) + "@b.cn" }, FailureCodes.ValueTooLong },
        { "mail without a domain", Row with { Mail = "canary" }, FailureCodes.MailShape },
        { "mail of other letters", Row with { Mail = "张@例子.cn" }, FailureCodes.MailShape },
        { "mail within one office", Row with { Mail = "canary@localhost" }, FailureCodes.MailShape },
        { "mail with a name", Row with { Mail = "Canary <canary@mail.example>" }, FailureCodes.MailShape },
        { "two mails", Row with { Mail = "a@b.example, c@d.example" }, FailureCodes.MailShape },
        { "mail with a line break", Row with { Mail = "a@b.example\r\nBcc: c@d.example" }, FailureCodes.ControlCharacter },
        { "name with a line break", Row with { Name = "Canary\nCanary" }, FailureCodes.ControlCharacter },
        { "another word for 补采", Row with { Recapture = "也许" }, FailureCodes.RecaptureUnclear },
        { "a formula for 补采", Row with { Recapture = "=A1" }, FailureCodes.FormulaCell },
        { "class with a line separator", Row with { ClassName = "1\u2028班" }, FailureCodes.ControlCharacter },
    };

    [Fact]
    public async Task Enrols_every_student_of_a_good_roster()
    {
        var report = await ImportAsync(Row, RowOf(3, "2021002", NationalIds.Complete("44052418800101001"), "TP013"));

        Assert.Equal((2, 2, 0, 0, 0), (report.Rows, report.Added, report.Updated, report.Unchanged, report.Rejected));
        Assert.Empty(report.Errors);
        Assert.Empty(report.Warnings);
        Assert.Equal(["TP012", "TP013"], _students.Students.Select(student => student.Key.TeachingPoint.Value).Order());
        Assert.All(
            _students.Students,
            student => Assert.Equal((CollectionStatus.Awaiting, _time.GetUtcNow()), (student.Collection, student.CollectionSince)));
    }

    [Fact]
    public async Task Takes_every_column_without_the_blanks_around_it()
    {
        await ImportAsync(new RosterRow
        {
            RowNumber = 2,
            StudentNumber = " 2021001 ",
            Name = " 张三\u3000",
            NationalId = " 11010519491231002x ",
            TeachingPoint = " TP012 ",
            Level = " 本科 ",
            Major = " 法学 ",
            ClassName = " 1班 ",
            Mail = " zhang@mail.example ",
            Phone = " 138 ",
        });

        var student = Assert.Single(_students.Students);
        Assert.Equal("2021001", student.Key.Number.Value);
        Assert.Equal(
            new StudentProfile
            {
                Name = "张三",
                NationalId = NationalId.Parse("11010519491231002X").Value!,
                Level = "本科",
                Major = "法学",
                ClassName = "1班",
                Mail = "zhang@mail.example",
                Phone = "138",
            },
            student.Profile);
    }

    [Theory]
    [InlineData(true, "是", "补采", "1", " TRUE ", "yes", "Y")]
    [InlineData(false, "", " ", "否", "0", "False", "no")]
    public async Task Reads_from_the_column_whether_another_photo_has_to_be_taken(bool isRequired, params string[] words)
    {
        var report = await ImportAsync(
            [.. words.Select((word, i) => RowOf(i, $"S{i}", NationalIds.Complete($"11010519491231{i:000}")) with { Recapture = word })]);

        Assert.Equal((words.Length, 0), (report.Added, report.Rejected));
        Assert.All(_students.Students, student => Assert.Equal(isRequired, student.MustRecapture));
    }

    [Fact]
    public async Task Reports_the_row_that_asks_for_another_photo_after_the_verification_was_passed()
    {
        await ImportAsync(Row);
        var key = Assert.Single(_students.Students).Key;
        _students.Change(key, student => student with { Verification = VerificationStatus.Passed });

        var report = await ImportAsync(Row with { RowNumber = 9, Recapture = "是" });

        var error = Assert.Single(report.Errors);
        Assert.Equal((9, FailureCodes.TransitionIllegal), (error.Row, error.Failure.Code));
        Assert.False(_students.Get(key).MustRecapture);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Reports_a_fault_with_the_number_of_its_row(string what, RosterRow row, string code)
    {
        var report = await ImportAsync(row with { RowNumber = 17 });

        Assert.True(report.Errors is [{ Row: 17 } remark] && remark.Failure.Code == code, what);
        Assert.Equal((1, 0, 1), (report.Rows, report.Added, report.Rejected));
        Assert.Empty(_students.Students);
    }

    [Fact]
    public async Task Reports_every_fault_of_a_row_and_counts_the_row_once()
    {
        var report = await ImportAsync(new RosterRow { RowNumber = 5, Mail = "x" });

        Assert.Equal(
            [
                FailureCodes.CodeShape, FailureCodes.CodeShape, FailureCodes.MailShape, FailureCodes.NationalIdShape,
                FailureCodes.ValueMissing,
            ],
            report.Errors.Select(error => error.Failure.Code));
        Assert.Equal(1, report.Rejected);
    }

    [Fact]
    public async Task Imports_the_good_rows_beside_the_bad_ones()
    {
        var report = await ImportAsync(
            Row with { RowNumber = 2, Name = "" }, Row with { RowNumber = 3 }, Row with { RowNumber = 4, TeachingPoint = "TP099" });

        Assert.Equal((3, 1, 2), (report.Rows, report.Added, report.Rejected));
        Assert.Equal([2, 4], report.Errors.Select(error => error.Row));
        Assert.Single(_students.Students);
    }

    [Theory]
    [InlineData("2021001", "44052418800101001")]
    [InlineData("2021009", "11010519491231002")]
    [InlineData("2021001", "11010519491231002")]
    public async Task Imports_the_first_of_two_rows_with_one_student(string number, string digits)
    {
        var report = await ImportAsync(Row, RowOf(3, number, NationalIds.Complete(digits)));

        var error = Assert.Single(report.Errors);
        Assert.Equal((3, FailureCodes.RosterDuplicate), (error.Row, error.Failure.Code));
        Assert.Contains("row 2", error.Failure.Message.English, StringComparison.Ordinal);
        Assert.Contains("第2行", error.Failure.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal((2, 1, 1), (report.Rows, report.Added, report.Rejected));
    }

    [Fact]
    public async Task Changes_nothing_when_the_same_roster_is_imported_again()
    {
        RosterRow[] rows = [Row, RowOf(3, "2021002", NationalIds.Complete("44052418800101001"))];
        await ImportAsync(rows);
        var before = _students.Students;
        _time.Advance(TimeSpan.FromDays(1));

        var report = await ImportAsync(rows);

        Assert.Equal((0, 0, 2, 0), (report.Added, report.Updated, report.Unchanged, report.Rejected));
        Assert.Equal(before, _students.Students);
    }

    [Fact]
    public async Task Brings_a_changed_profile_up_to_date_and_leaves_the_progress()
    {
        await ImportAsync(Row);
        var key = Assert.Single(_students.Students).Key;
        _students.Change(key, student => student with { Collection = CollectionStatus.Rejected });

        var report = await ImportAsync(Row with { Phone = "139" });

        Assert.Equal((0, 1, 0), (report.Added, report.Updated, report.Unchanged));
        Assert.Equal(("139", CollectionStatus.Rejected), (_students.Get(key).Profile.Phone, _students.Get(key).Collection));
    }

    [Theory]
    [InlineData("2021009", "11010519491231002", "TP012", FailureCodes.NationalIdTaken)]
    [InlineData("2021001", "44052418800101001", "TP013", FailureCodes.StudentNumberTaken)]
    public async Task Reports_a_student_that_stands_under_another_number_or_is_somebody_else(
        string number, string digits, string point, string code)
    {
        await ImportAsync(Row);

        var report = await ImportAsync(RowOf(8, number, NationalIds.Complete(digits), point));

        Assert.Equal(new RosterRemark(8, report.Errors[0].Failure), Assert.Single(report.Errors));
        Assert.Equal(code, report.Errors[0].Failure.Code);
        Assert.Single(_students.Students);
    }

    [Theory]
    [InlineData("44052418800101001", "TP012", 1, 0)]
    [InlineData("11010519491231002", "TP013", 0, 1)]
    public async Task Tells_corrections_and_moves_apart(string digits, string point, int corrected, int moved)
    {
        await ImportAsync(Row);

        var report = await ImportAsync(RowOf(8, "2021001", NationalIds.Complete(digits), point));

        Assert.Equal((corrected, moved, 0, 0), (report.Corrected, report.Moved, report.Updated, report.Rejected));
        Assert.Equal(point, Assert.Single(_students.Students).Key.TeachingPoint.Value);
    }

    [Fact]
    public async Task Only_warns_of_an_unknown_region()
    {
        var report = await ImportAsync(RowOf(4, "2021001", NationalIds.Complete("99010519491231002")));

        Assert.Equal(1, report.Added);
        Assert.Empty(report.Errors);
        var warning = Assert.Single(report.Warnings);
        Assert.Equal((4, FailureCodes.NationalIdRegion), (warning.Row, warning.Failure.Code));
    }

    [Fact]
    public async Task Warns_only_of_rows_that_were_imported()
    {
        var id = NationalIds.Complete("99010519491231002");

        var report = await ImportAsync(RowOf(2, "2021001", id), RowOf(3, "2021002", id));

        Assert.Equal([2], report.Warnings.Select(warning => warning.Row));
        Assert.Equal([3], report.Errors.Select(error => error.Row));
    }

    [Fact]
    public async Task Needs_a_cohort()
    {
        var import = new RosterImport(_cohorts, _students);
        var result = await import.ImportAsync(CohortCode.Parse("1999").Value!, [Row], isDryRun: false, Cancellation);

        Assert.Equal(FailureCodes.CohortUnknown, result.Failure!.Code);
    }

    [Fact]
    public async Task Imports_an_empty_roster()
    {
        var report = await ImportAsync();

        Assert.Equal((0, 0, 0), (report.Rows, report.Added, report.Rejected));
    }

    [Fact]
    public async Task Imports_every_student_of_a_long_roster_once()
    {
        var rows = Enumerable.Range(0, 900)
            .Select(i => RowOf(i + 2, $"2021{i:000}", NationalIds.Complete($"11010519491231{i:000}")))
            .ToArray();

        var report = await ImportAsync(rows);

        Assert.Equal((900, 900, 0), (report.Rows, report.Added, report.Rejected));
        Assert.Equal(900, _students.Students.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Completes_at_the_next_import_what_an_outage_left_undone(bool afterEffect)
    {
        RosterRow[] rows = [Row, RowOf(3, "2021002", NationalIds.Complete("44052418800101001"))];
        await ImportAsync();
        for (var call = 1; call <= 4; call++)
        {
            _faults.FailAt(call, afterEffect);
            await Assert.ThrowsAsync<SimulatedOutageException>(() => ImportAsync(rows));
            _faults.FailAt(0, false);
        }

        Assert.Empty((await ImportAsync(rows)).Errors);
        Assert.Equal(2, _students.Students.Count);
    }

    [Fact]
    public async Task Reports_in_a_dry_run_what_an_import_would_do_and_stores_nothing()
    {
        RosterRow[] rows = [Row, RowOf(3, "2021002", "110105194912310021"), RowOf(4, "2021001", NationalIds.Complete("44052418800101001"))];
        await ImportAsync();

        var dry = (await new RosterImport(_cohorts, _students).ImportAsync(Cohort, rows, isDryRun: true, Cancellation)).Value!;

        Assert.Empty(_students.Students);
        Assert.True(dry.IsDryRun);
        var real = await ImportAsync(rows);
        Assert.Equal((real.Rows, real.Added, real.Rejected), (dry.Rows, dry.Added, dry.Rejected));
        Assert.Equal(real.Errors, dry.Errors);
    }

    [Fact]
    public async Task Names_nobody_in_its_messages()
    {
        var rows = Faults.Select(line => line.Data.Item2).Select((row, i) => row with
        {
            RowNumber = i + 2,
            Name = row.Name.Length == 3 ? CanaryName : row.Name,
            Phone = string.IsNullOrEmpty(row.Phone) ? "13912345678" : row.Phone,
        }).ToList();
        rows.Add(Row with { RowNumber = 98 });
        rows.Add(Row with { RowNumber = 99 });

        var report = await ImportAsync([.. rows]);

        Assert.Equal(rows.Count - 1, report.Rejected);
        string[] canaries = [CanaryName, CanaryMail, "canary", "19491231", "110105", "002X", "13912345678", "Bcc", "2021001", "名名"];
        foreach (var remark in report.Errors)
        {
            var text = remark.Failure.Message.Chinese + remark.Failure.Message.English;
            Assert.All(canaries, canary => Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static RosterRow RowOf(int row, string number, string id, string point = "TP012") => new()
    {
        RowNumber = row,
        StudentNumber = number,
        Name = CanaryName,
        NationalId = id,
        TeachingPoint = point,
        Mail = CanaryMail,
    };

    private async Task<RosterReport> ImportAsync(params RosterRow[] rows)
    {
        await _cohorts.SaveAsync(
            Domain.Cohorts.Cohort.Create(Cohort, "2024届", new DateOnly(2023, 4, 1), new DateOnly(2023, 6, 30)).Value!, Cancellation);
        foreach (var code in new[] { "TP012", "TP013" })
        {
            await _cohorts.SaveAsync(TeachingPoint.Create(Cohort, TeachingPointCode.Parse(code).Value!, code).Value!, Cancellation);
        }

        return (await new RosterImport(_cohorts, _students).ImportAsync(Cohort, rows, isDryRun: false, Cancellation)).Value!;
    }
}
