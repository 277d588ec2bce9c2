using System.Net;
using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Mail;
using PhotoFunctions.Functions.Pages;
using ReminderMail = PhotoFunctions.Domain.Reminders.Mail;

namespace PhotoFunctions.Functions.Tests.Mail;

public sealed partial class MailWriterTests : IDisposable
{
    private readonly ComponentHtml _html = new();
    private readonly MailWriter _writer;

    public MailWriterTests() => _writer = MailWriters.Create(_html);

    public static TheoryData<Language, int> Kinds => new(
        from language in Enum.GetValues<Language>()
        from kind in Enumerable.Range(0, 7)
        select (language, kind));

    public void Dispose() => _html.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Says_the_same_in_html_and_in_plain_text_and_leaves_nothing_open(Language language, int kind)
    {
        var mail = await WriteAsync(MailFacts.AllOf(language).ElementAt(kind));

        var shown = WebUtility.HtmlDecode(Tags().Replace(mail.Html[mail.Html.IndexOf("<body", StringComparison.Ordinal)..], "\n"));
        Assert.All(
            mail.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line != "--" && !line.Contains("https://", StringComparison.Ordinal)),
            line => Assert.Contains(line.TrimStart('-', ' ').TrimEnd(':'), shown, StringComparison.Ordinal));
        Assert.DoesNotContain('{', mail.Text + mail.Html + mail.Subject);
        Assert.DoesNotContain(TestIds.First, mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{17}[0-9X]", mail.Text + mail.Html);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.All(
            Links().Matches(mail.Html),
            link => Assert.StartsWith("https://photos.college.example/", link.Groups[1].Value, StringComparison.Ordinal));
        Assert.Equal(language, mail.Language);
        Assert.Contains(language == Language.English ? "lang=\"en\"" : "lang=\"zh-CN\"", mail.Html, StringComparison.Ordinal);
        Assert.Equal(language == Language.English, !Han().IsMatch(Names().Replace(mail.Subject, "")));
    }

    [Fact]
    public async Task Reminds_a_student_of_the_deadline()
    {
        var mail = await WriteAsync(MailFacts.Collection(Language.Chinese));

        Assert.Equal("【截止提醒】学历图像采集2027年6月30日截止,还剩7天", mail.Subject);
        Assert.Equal(("student@b.example", "张三"), (mail.To, mail.ToName));
        Assert.Equal("tp1@college.example", mail.ReplyTo);
        Assert.Equal(new Uri("https://photos.college.example/stop/20240101077"), mail.Unsubscribe);
        Assert.StartsWith("张三同学:\n\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("采集码是您的个人凭证:请妥善保管,勿告诉他人", mail.Text, StringComparison.Ordinal);
        Assert.Contains("不要剪切1寸或2寸照片", mail.Text, StringComparison.Ordinal);
        Assert.Contains("0797-7654321", mail.Text, StringComparison.Ordinal);
        Assert.Contains("新华社图片社;联系人:李老师;电话:0791-1234567", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "今天截止", "today is the last day")]
    [InlineData(1, "还剩1天", "1 day left")]
    [InlineData(30, "还剩30天", "30 days left")]
    public async Task Tells_how_long_it_is_on_the_day_of_sending(int days, string chinese, string english)
    {
        foreach (var (language, left) in new[] { (Language.Chinese, chinese), (Language.English, english) })
        {
            var mail = await WriteAsync(MailFacts.Collection(language) with { ClosesOn = MailFacts.Today.AddDays(days) });
            Assert.Contains(left, mail.Subject, StringComparison.Ordinal);
            Assert.Contains(left, mail.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tells_every_reason_with_its_hint()
    {
        var mail = await WriteAsync(MailFacts.Rejected(Language.Chinese));

        Assert.Equal("【照片被驳回】请于2027年6月30日前重新拍摄提交", mail.Subject);
        Assert.Contains("- 衣服颜色与背景过于接近。请勿穿蓝色衣服,换深色衣服后重新拍摄。\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- 与此前被驳回的照片相同。请勿重复提交,请重新拍摄。\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("勿重复提交原照片", mail.Text, StringComparison.Ordinal);
        var closed = await WriteAsync(MailFacts.Rejected(Language.Chinese) with { ClosesOn = null });
        Assert.Contains("采集时间已截止,请联系教学点", closed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_the_proofing_and_says_which_days_are_not_sure()
    {
        var content = MailFacts.Proofing(Language.Chinese);
        var sure = await WriteAsync(content);
        var unsure = await WriteAsync(content with { ExpectedUntil = content.ExpectedUntil with { IsExpected = true } });

        Assert.Equal("【请校对】张三同学:您的照片已审核通过,请在学信网校对", sure.Subject);
        Assert.Contains("预计2027年6月20日至2027年7月18日可在学信网校对学历图像。", sure.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("为预计日期", sure.Text, StringComparison.Ordinal);
        Assert.Contains("2027年7月18日为预计日期", unsure.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2027年6月20日为预计日期", unsure.Text, StringComparison.Ordinal);
        Assert.Contains("https://photos.college.example/proofing/20240101077", sure.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://photos.college.example/proofing/20240101077\"", sure.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_whoever_sees_no_picture_to_the_unit_when_the_time_is_over()
    {
        var content = MailFacts.Proofing(Language.Chinese);
        var lastDay = await WriteAsync(content with { Today = content.ExpectedUntil.Date });
        var over = await WriteAsync(content with { Today = content.ExpectedUntil.Date.AddDays(1) });

        Assert.DoesNotContain("现已超过", lastDay.Text, StringComparison.Ordinal);
        Assert.Contains("如学信网仍无您的图像,请联系图像采集单位", over.Text, StringComparison.Ordinal);
        Assert.Contains("新华社图片社", over.Text, StringComparison.Ordinal);
        Assert.Contains("https://photos.college.example/proofing/", over.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VerificationStatus.Failed, "未通过", true)]
    [InlineData(VerificationStatus.Uncertain, "不确定", false)]
    [InlineData(VerificationStatus.Abnormal, "异常", false)]
    public async Task Tells_what_a_verdict_means(VerificationStatus verdict, string word, bool isHidden)
    {
        var content = MailFacts.Verification(Language.Chinese);
        var mail = await WriteAsync(content with { Student = content.Student with { Verification = verdict } });

        Assert.Equal("【身份核验未通过】学号尾号1077:请于2027年6月28日前联系教学点", mail.Subject);
        Assert.Contains($"人像比对结果为“{word}”,暂不能办理学历注册", mail.Text, StringComparison.Ordinal);
        Assert.Equal(isHidden, mail.Text.Contains("不显示您的学籍信息,也不发放采集码", StringComparison.Ordinal));
        Assert.Contains("请勿自行重复采集", mail.Text, StringComparison.Ordinal);
        Assert.Contains("不能退订", mail.Text, StringComparison.Ordinal);
        Assert.Null(mail.Unsubscribe);
    }

    [Fact]
    public async Task Tells_whoever_must_have_another_photo_taken_so()
    {
        var content = MailFacts.Verification(Language.Chinese);
        var student = content.Student with { MustRecapture = true };
        var open = await WriteAsync(content with { Student = student, RecaptureBy = new DateOnly(2027, 6, 30) });
        var closed = await WriteAsync(content with { Student = student });

        Assert.Contains("您须重新采集学历图像:请在教学点指导下,于2027年6月30日前", open.Text, StringComparison.Ordinal);
        Assert.Contains("采集时间已截止,请向教学点询问", closed.Text, StringComparison.Ordinal);
        Assert.All([open, closed], mail => Assert.DoesNotContain("请勿自行重复采集", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_for_a_teaching_point_who_is_missing()
    {
        var mail = await WriteAsync(MailFacts.Digest(Language.Chinese));

        Assert.Equal("【截止提醒】赣州教学点尚有4名学生未完成学历图像采集", mail.Subject);
        Assert.Equal("tp1@college.example", mail.To);
        Assert.Equal("office@college.example", mail.ReplyTo);
        Assert.Contains("截止日期2027年6月30日,还剩7天", mail.Text, StringComparison.Ordinal);
        Assert.Contains("未采集(2名)\n20240200001、20240200002\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("检测未通过(1名)\n20240200003\n", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", mail.Text, StringComparison.Ordinal);
        Assert.Null(mail.Unsubscribe);
    }

    [Fact]
    public async Task Cuts_a_long_list_and_says_how_many_more_there_are()
    {
        var many = Enumerable.Range(1, 3000).Select(MailFacts.Numbered).ToList();
        var digest = await WriteAsync(MailFacts.Digest(Language.English) with { Awaiting = many });
        var verification = MailFacts.VerificationDigest(Language.Chinese);
        var lines = await WriteAsync(
            verification with { Lines = [.. many.Select(number => verification.Lines[0] with { Number = number })] });

        Assert.Contains("(3000)", digest.Text, StringComparison.Ordinal);
        Assert.Contains("20240200500, … and 2500 more", digest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("20240200501", digest.Html, StringComparison.Ordinal);
        Assert.Contains("……另有2500名", lines.Text, StringComparison.Ordinal);
        Assert.InRange(lines.Html.Length, 1, 100_000);
    }

    [Fact]
    public async Task Escalates_to_the_administrators_by_teaching_point()
    {
        var mail = await WriteAsync(MailFacts.Escalation(Language.Chinese));

        Assert.Equal("【身份核验未通过】2027届有3名学生尚未处理", mail.Subject);
        Assert.Equal("office@college.example", mail.To);
        Assert.Null(mail.ReplyTo);
        Assert.Contains("TP1 (2名)\n- 20240200001:未通过,自2027年6月1日,须重新采集\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- 20240200002:不确定,自2027年6月2日,无邮箱\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("TP2 (1名)\n- 20240200003:异常,自2027年6月3日\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encodes_what_names_hold()
    {
        var content = MailFacts.Collection(Language.Chinese) with { Student = MailFacts.Student("<script>alert(1)</script>&\"'") };

        var mail = await WriteAsync(content);

        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>&\"'同学", mail.Text, StringComparison.Ordinal);
    }

    private async Task<ReminderMail> WriteAsync(ReminderContent content)
    {
        var written = await _writer.WriteAsync(content, TestContext.Current.CancellationToken);
        Assert.Null(written.Failure);
        return written.Value!;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("赣州教学点|2027届|张三")]
    private static partial Regex Names();

    [GeneratedRegex("[\\u4e00-\\u9fff]")]
    private static partial Regex Han();
}
