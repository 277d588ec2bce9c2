using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Exports;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Tests.Progress;
using PhotoFunctions.Domain.Tests.Review;

namespace PhotoFunctions.Domain.Tests.Exports;

/// <summary>What stands in the lists and forms that leave the app.</summary>
public sealed class ListsTests
{
    private static readonly Cohort Cohort = Tracks.Must(
        Cohort.Create(Samples.Student.Key.Cohort, "2024届", new DateOnly(2023, 4, 1), new DateOnly(2023, 6, 30)));

    private static readonly TeachingPoint Point = Tracks.Must(TeachingPoint.Create(
        Cohort.Code, Samples.Student.Key.TeachingPoint, "第一教学点", ContactDetails.Create("李老师", "", "0791-1", "南昌市1号")));

    [Fact]
    public void Tells_where_a_student_stands_in_chinese_words()
    {
        var student = Tracks.Accepted;

        Assert.Equal(
            [
                "2021001", "张三", "1101**********002X", "", "", "", "TP012", "第一教学点", "校对", "审核通过", "2023-05-01 00:00:00",
                "未到校对", "", "待核验", "", "", "", "否", "", "", "",
            ],
            StatusList.Row(student, Point));
    }

    [Fact]
    public void Tells_who_confirmed_the_person_and_since_when_each_track_stands()
    {
        var accepted = Tracks.Accepted;
        var row = Cells(accepted with
        {
            LastConfirmation = new PersonConfirmation("王老师", Tracks.Day(2), accepted.Photo!.Sha256!),
            Verification = VerificationStatus.Failed,
            VerificationSince = Tracks.Day(3),
            MustRecapture = true,
        });

        Assert.Equal(("是", "王老师", "2023-05-03 00:00:00"), (row["确认本人"], row["确认人"], row["确认时间"]));
        Assert.Equal(("身份核验", "核验未通过", "2023-05-04 00:00:00", "是"), (row["阶段"], row["核验状态"], row["核验状态时间"], row["须补采"]));
    }

    [Fact]
    public void Gives_the_reasons_why_a_photo_is_not_accepted()
    {
        Assert.Equal(Acts.Fault.Message.Chinese.TrimEnd('。'), Cells(Acts.Rejected)["原因"]);
        Assert.Equal(("检测存疑", Acts.Doubt.Message.Chinese.TrimEnd('。')), (Cells(Acts.InReview)["待人工审核"], Cells(Acts.InReview)["原因"]));
        Assert.Equal("申诉", Cells(Acts.UnderAppeal)["待人工审核"]);
        Assert.Equal("", Cells(Acts.Accepted)["原因"]);
        Assert.Equal("", Cells(Tracks.Newcomer)["原因"]);
    }

    [Fact]
    public void Gives_the_words_of_whoever_refused_a_photo() => Assert.Contains(
        "审核意见:背景可接受", Cells(Acts.Do(Acts.InReview, CollectionEvent.ReviewRefused))["原因"], StringComparison.Ordinal);

    [Fact]
    public void Sorts_a_teaching_points_students_into_an_envelope_for_each_class_by_student_number()
    {
        EnvelopeStudent[] students =
        [
            new("本科", "2班", "S2", "甲", true),
            new("本科", "1班", "S10", "乙", false),
            new("本科", "2班", "S10", "丙", true),
            new("专科", "2班", "S3", "戊", true),
            new("", "", "S1", "丁", false),
        ];

        var envelopes = Envelope.Sort(Point, students);

        Assert.Equal(["", "专科2班", "本科1班", "本科2班"], envelopes.Select(envelope => envelope.Level + envelope.ClassName));
        Assert.Equal(["S10", "S2"], envelopes[3].Students.Select(student => student.Number));
        Assert.Equal([0, 1, 0, 2], envelopes.Select(envelope => envelope.AcceptedPhotos));
        Assert.Equal(["TP012", "第一教学点", "本科", "1班", "S10", "乙", "否"], Assert.Single(envelopes[2].Rows()));
        Assert.Empty(Envelope.Sort(Point, []));
    }

    [Fact]
    public void Takes_no_id_number_into_an_envelopes_list() =>
        Assert.Equal(new EnvelopeStudent("", "", "2021001", "张三", true), EnvelopeStudent.Of(Tracks.Accepted));

    [Fact]
    public void Lists_where_prints_are_sent() => Assert.Equal(
        ["TP012", "第一教学点", "李老师", "0791-1", "南昌市1号", "12"], AddressList.Row(Point, 12));

    [Fact]
    public void Fills_the_cohorts_columns_of_a_form_with_the_one_case()
    {
        var cohort = Cohort with
        {
            Forms = new FormRules { Erratum = [.. Enum.GetValues<FormField>().Select(field => new FormColumn(field.ToString(), field))] },
        };
        var request = Request(UnitRequestKind.Erratum);

        Assert.Equal(Enum.GetNames<FormField>(), UnitForm.Headings(cohort, UnitRequestKind.Erratum));
        Assert.Equal(
            ["2021001", "张三", "11010519491231002X", "", "", "", "第一教学点", "南昌市1号", "李老师", "0791-1", "图像不是本人", ""],
            UnitForm.Row(cohort, request, Tracks.Accepted, Point));
    }

    [Fact]
    public void Has_a_form_for_either_kind_and_no_id_number_in_its_name()
    {
        Assert.Equal(
            ["张三", "11010519491231002X", "南昌市1号", "李老师", "0791-1", "图像不是本人"],
            UnitForm.Row(Cohort, Request(UnitRequestKind.Reprint), Tracks.Accepted, Point));
        Assert.Equal(
            ["姓名", "身份证号", "邮寄地址", "联系人", "联系电话", "情况说明"], UnitForm.Headings(Cohort, UnitRequestKind.Reprint));
        Assert.Equal(
            $"2021001-{Request(UnitRequestKind.Reprint).Id}", UnitForm.FileName(Tracks.Accepted.Key, Request(UnitRequestKind.Reprint)));
    }

    private static UnitRequest Request(UnitRequestKind kind) => new()
    {
        At = Tracks.Day(5),
        Kind = kind,
        Reason = UnitRequestReason.NotThePerson,
        Description = "图像不是本人",
        Person = "王老师",
        StatusSince = Tracks.Day(5),
    };

    private static Dictionary<string, string> Cells(Student student) =>
        StatusList.Headings.Zip(StatusList.Row(student, Point)).ToDictionary(cell => cell.First, cell => cell.Second);
}
