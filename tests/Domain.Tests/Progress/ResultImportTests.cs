using CsCheck;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Progress;

public sealed class ResultImportTests
{
    private readonly ImportWorld _world = new();

    public static TheoryData<string, ResultRow, string> Faults => new()
    {
        { "nobody", new ResultRow { RowNumber = 7, Result = "通过" }, FailureCodes.ValueMissing },
        { "number of another shape", Row("2021 000"), FailureCodes.CodeShape },
        { "unknown number", Row("9999999"), FailureCodes.StudentNumberUnknown },
        { "ID with a wrong check character", Row("") with { NationalId = "110105194912310021" }, FailureCodes.NationalIdChecksum },
        { "ID as a number", Row("") with { NationalId = "3.6E+17", NationalIdIsNumeric = true }, FailureCodes.NumericIdCell },
        { "unknown ID", Row("") with { NationalId = "11010519491231002X" }, FailureCodes.NationalIdUnknown },
        { "two students", Row(ImportWorld.Number(0)) with { NationalId = ImportWorld.Id(1) }, FailureCodes.ResultMismatch },
        { "no verdict", Row(ImportWorld.Number(0)) with { Result = "金丝雀" }, FailureCodes.ResultUnknown },
        { "no day", Row(ImportWorld.Number(0)) with { Date = "昨天" }, FailureCodes.ResultDate },
        { "a day to come", Row(ImportWorld.Number(0)) with { Date = "2023-06-11" }, FailureCodes.ResultDate },
    };

    [Fact]
    public async Task Applies_good_rows_by_number_or_by_id_at_every_teaching_point()
    {
        var report = await _world.VerifyAsync(
            _world.Row(0, "核验通过"),
            _world.Row(7, "未通过"),
            new ResultRow { RowNumber = 4, NationalId = ImportWorld.Id(8), Remark = "人像比对结果不确定" });

        Assert.Equal((3, 3, 0), (report.Rows, report.Applied, report.Rejected));
        Assert.Equal(
            [VerificationStatus.Passed, VerificationStatus.Failed, VerificationStatus.Uncertain],
            new[] { 0, 7, 8 }.Select(i => _world.Get(i).Verification));
        Assert.Equal("IdentityFailed", Assert.Single(_world.HistoryOf(7)).Event);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Reports_a_bad_row_with_its_number_and_applies_the_others(string what, ResultRow row, string code)
    {
        var report = await _world.VerifyAsync(_world.Row(5, "通过"), row with { RowNumber = 17 });

        Assert.True(report.Errors is [{ Row: 17 } remark] && remark.Failure.Code == code, what);
        Assert.Equal((1, 1), (report.Applied, report.Rejected));
    }

    [Fact]
    public async Task Masks_what_may_be_personal_in_a_remark()
    {
        var report = await _world.VerifyAsync(
            Row("9999999") with { NationalId = "11010519491231002X" },
            Row("110105194912310021") with { RowNumber = 3 },
            Row("金丝雀") with { RowNumber = 4 },
            Row("") with { RowNumber = 5, NationalId = "金丝雀 36010319990101" });

        Assert.Equal(
            [("9999999", "1101**********002X"), ("1101**********0021", ""), ("金**", ""), ("", "金" + new string('*', 17))],
            report.Errors.Select(error => (error.StudentNumber, error.MaskedNationalId)));
        Assert.DoesNotContain("金丝雀", string.Concat(report.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_nothing_when_the_same_file_comes_again()
    {
        ResultRow[] rows = [_world.Row(0, "未通过", "2023-05-20"), _world.Row(6, "异常"), _world.Row(7, "已备案")];
        await _world.VerifyAsync(rows);
        var before = Enumerable.Range(0, 10).Select(i => (_world.Get(i).Standing, _world.HistoryOf(i).Count)).ToList();

        _world.Time.Advance(TimeSpan.FromDays(1));
        var again = await _world.VerifyAsync(rows);

        Assert.Equal((0, 3, 0), (again.Applied, again.Unchanged, again.Rejected));
        Assert.Equal(before, Enumerable.Range(0, 10).Select(i => (_world.Get(i).Standing, _world.HistoryOf(i).Count)));
    }

    [Fact]
    public Task Ends_the_same_in_whatever_order_files_with_days_come() =>
        (from files in Gen.Select(Gen.Int[0, 9], Gen.OneOf("通过", "未通过", "不确定", "异常", "复核中", "已备案")).Array[1, 12].Array[1, 5]
         from order in Gen.Shuffle(Enumerable.Range(0, files.Length).ToArray())
         select (files, order)).SampleAsync(async sample =>
         {
             var (inOrder, shuffled) = (new ImportWorld(), new ImportWorld());
             foreach (var i in Enumerable.Range(0, sample.files.Length))
             {
                 await VerifyAsync(inOrder, sample.files[i], i);
                 await VerifyAsync(shuffled, sample.files[sample.order[i]], sample.order[i]);
             }

             Assert.Equal(StandingsOf(inOrder), StandingsOf(shuffled));
         },
         iter: 200);

    [Fact]
    public async Task Takes_the_newest_of_several_rows_about_one_student()
    {
        var report = await _world.VerifyAsync(
            _world.Row(0, "通过", "2023-05-20"), _world.Row(0, "未通过", "2023-05-02"), _world.Row(0, "通过", "2023-05-20"));

        Assert.Equal(VerificationStatus.Passed, _world.Get(0).Verification);
        Assert.Equal((1, 1, 1), (report.Applied, report.Older, report.Unchanged));
    }

    [Fact]
    public async Task Reports_rows_that_contradict_each_other_and_imports_none_of_them()
    {
        var report = await _world.VerifyAsync(
            _world.Row(0, "通过"),
            _world.Row(1, "通过"),
            _world.Row(0, "未通过"),
            _world.Row(2, "通过", "2023-05-20"),
            _world.Row(2, "异常", "2023-05-20"));

        Assert.Equal([2, 4, 5, 6], report.Errors.Select(error => error.Row));
        Assert.All(report.Errors, error => Assert.Equal(FailureCodes.ResultConflict, error.Failure.Code));
        Assert.Equal(
            [VerificationStatus.Pending, VerificationStatus.Passed, VerificationStatus.Pending],
            new[] { 0, 1, 2 }.Select(i => _world.Get(i).Verification));
    }

    [Fact]
    public async Task Tells_in_a_dry_run_what_it_would_do_and_stores_nothing()
    {
        ResultRow[] rows = [_world.Row(0, "未通过"), _world.Row(6, ""), Row("9999999")];

        var dry = await _world.ImportAsync(ResultKind.Verification, rows, isDryRun: true);

        Assert.Equal((1, 1, 1), (dry.Applied, dry.WithoutResult, dry.Rejected));
        Assert.All(Enumerable.Range(0, 10), i => Assert.Equal((Standing.Initial, 0), (_world.Get(i).Standing, _world.HistoryOf(i).Count)));
        Assert.Equal(dry.Applied, (await _world.ImportAsync(ResultKind.Verification, rows)).Applied);
    }

    [Fact]
    public async Task Takes_the_day_of_the_file_for_rows_without_one()
    {
        await _world.ImportAsync(ResultKind.Verification, [_world.Row(0, "通过")], asOf: "2023-05-21");

        var older = await _world.ImportAsync(ResultKind.Verification, [_world.Row(0, "未通过")], asOf: "2023-05-11");
        var newer = await _world.ImportAsync(ResultKind.Verification, [_world.Row(0, "异常")]);

        Assert.Equal((1, 0, 1), (older.Older, older.Applied, newer.Applied));
        Assert.Equal(_world.Time.GetUtcNow(), _world.Get(0).VerificationResult?.At);
    }

    [Theory]
    [InlineData("2023-06-11")]
    [InlineData("soon")]
    public async Task Refuses_a_file_of_no_day(string asOf)
    {
        var failed = await _world.Import.ImportAsync(
            ImportWorld.Cohort, ResultKind.Verification, [_world.Row(0, "通过")], asOf, false, TestContext.Current.CancellationToken);

        Assert.Equal((FailureCodes.ResultDate, 0), (failed.Failure?.Code, _world.HistoryOf(0).Count));
    }

    [Fact]
    public async Task Imports_approvals_and_answers()
    {
        ResultRow[] approvals = [_world.Row(0, "", "2023年5月4日"), _world.Row(1, "", "2023/5/4"), _world.Row(2, "")];
        await _world.ImportAsync(ResultKind.CaptureApprovals, approvals);
        var answers = await _world.ImportAsync(
            ResultKind.Proofing, [_world.Row(0, "正确", "2023-05-20 12:30"), _world.Row(1, "未校对"), _world.Row(3, "图像有误")]);

        Assert.Equal((2, 1), (answers.Applied, answers.WithoutResult));
        Assert.Equal(
            [ProofingStatus.Confirmed, ProofingStatus.Due, ProofingStatus.NotDue, ProofingStatus.Disputed],
            Enumerable.Range(0, 4).Select(i => _world.Get(i).Proofing));
        Assert.Equal(new DateOnly(2023, 5, 4), _world.Get(0).CaptureApprovedOn);
    }

    [Fact]
    public async Task Decides_again_when_a_photo_is_accepted_in_between()
    {
        _world.Students.BeforeNextCommit = () => _world.Students.Change(
            ImportWorld.Key(0), student => Tracks.Deliver(student, Samples.Judged("good", "a", 0), _world.Time.GetUtcNow()).Student);

        var report = await _world.VerifyAsync(_world.Row(0, "未通过"));

        Assert.Equal((1, CollectionStatus.Accepted), (report.Applied, _world.Get(0).Collection));
        Assert.Equal(VerificationStatus.Failed, _world.Get(0).Verification);
    }

    [Fact]
    public async Task Goes_on_after_an_outage_where_it_stopped()
    {
        ResultRow[] rows = [_world.Row(0, "未通过"), _world.Row(1, "通过"), _world.Row(6, "异常")];
        _world.Faults.FailAt(3, afterEffect: true);
        await Assert.ThrowsAsync<SimulatedOutageException>(() => _world.VerifyAsync(rows));
        _world.Faults.FailAt(0, afterEffect: false);

        var again = await _world.VerifyAsync(rows);

        Assert.Equal(3, again.Applied + again.Unchanged);
        Assert.All([0, 1, 6], i => Assert.Single(_world.HistoryOf(i)));
    }

    [Fact]
    public async Task Reports_a_student_whose_enrolment_was_cut_short()
    {
        _world.Students.Forget(ImportWorld.Key(0));

        var report = await _world.VerifyAsync(_world.Row(0, "通过"), _world.Row(1, "通过"));

        Assert.Equal(FailureCodes.StudentNumberUnknown, Assert.Single(report.Errors).Failure.Code);
        Assert.Equal(1, report.Applied);
    }

    [Theory]
    [InlineData(false, FailureCodes.NationalIdUnknown)]
    [InlineData(true, FailureCodes.ResultMismatch)]
    public async Task Gives_nobody_a_verdict_over_a_claim_that_leads_to_somebody_else(bool hasNumber, string code)
    {
        // A correction that was cut short: the claim on the new number is there, the student still has the old one.
        _world.Students.Change(ImportWorld.Key(0), student => student with
        {
            Profile = student.Profile with { NationalId = NationalId.Parse("11010519491231002X").Value! },
        });
        var row = _world.Row(0, "未通过") with { NationalId = ImportWorld.Id(0) };

        var report = await _world.VerifyAsync(hasNumber ? row : row with { StudentNumber = "" });

        Assert.Equal(code, Assert.Single(report.Errors).Failure.Code);
        Assert.Equal(VerificationStatus.Pending, _world.Get(0).Verification);
    }

    [Fact]
    public async Task Follows_a_student_who_is_moved_while_the_file_is_read()
    {
        _world.Students.BeforeNextCommit = () => _world.Students.Move(ImportWorld.Key(0), ImportWorld.Key(9).TeachingPoint);

        var report = await _world.VerifyAsync(_world.Row(0, "未通过"));

        Assert.Equal((1, 0), (report.Applied, report.Rejected));
        Assert.Equal(VerificationStatus.Failed, _world.Students.Students.Single(student => student.Key.Number.Value == ImportWorld.Number(0)).Verification);
    }

    [Fact]
    public async Task Warns_of_a_verdict_that_a_list_repeats_during_a_review()
    {
        await _world.VerifyAsync(_world.Row(0, "未通过"));
        _world.Students.Change(ImportWorld.Key(0), student => Tracks.Do(student, VerificationEvent.IdentityReviewOpened, day: 40));
        _world.Time.Advance(TimeSpan.FromDays(1));

        var report = await _world.VerifyAsync(_world.Row(0, "未通过"));

        var warning = Assert.Single(report.Warnings);
        Assert.Equal((FailureCodes.ResultRepeated, ImportWorld.Number(0)), (warning.Failure.Code, warning.StudentNumber));
        Assert.Equal(VerificationStatus.InReview, _world.Get(0).Verification);
    }

    private static IEnumerable<Standing> StandingsOf(ImportWorld world) => Enumerable.Range(0, 10).Select(i => world.Get(i).Standing);

    private static ResultRow Row(string number) => new() { RowNumber = 2, StudentNumber = number, Result = "通过" };

    // Of one file, each student's first row.
    private static Task<ResultReport> VerifyAsync(ImportWorld world, IEnumerable<(int Student, string Verdict)> rows, int day) =>
        world.VerifyAsync(
            [.. rows.DistinctBy(row => row.Student).Select(row => world.Row(row.Student, row.Verdict, $"2023-05-{day + 1:00}"))]);
}
