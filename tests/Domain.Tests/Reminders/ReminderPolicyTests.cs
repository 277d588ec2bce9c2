using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using static PhotoFunctions.Domain.Tests.Reminders.ReminderCases;

namespace PhotoFunctions.Domain.Tests.Reminders;

public sealed class ReminderPolicyTests
{
    private const string AllDeadlines = "05-31→06-01 06-16→06-16 06-23→06-23 06-27→06-26 06-29→06-29";

    [Fact]
    public void Reminds_of_the_deadline_on_the_cohorts_days_moved_to_working_days() =>
        Assert.Equal(AllDeadlines, Deadlines(Newcomer, "2026-07-10"));

    [Theory]
    [InlineData("2026-05-31", "")]
    [InlineData("2026-06-01", "05-31→06-01")]
    [InlineData("2026-06-22", "05-31→06-01 06-16→06-16")]
    public void Tells_nothing_before_its_day(string today, string expected) => Assert.Equal(expected, Deadlines(Newcomer, today));

    [Theory]
    [InlineData(CollectionStatus.Awaiting, AllDeadlines)]
    [InlineData(CollectionStatus.Rejected, AllDeadlines)]
    [InlineData(CollectionStatus.InReview, "")]
    [InlineData(CollectionStatus.Accepted, "")]
    public void Stops_when_the_student_has_nothing_left_to_do(CollectionStatus status, string expected) =>
        Assert.Equal(expected, Deadlines(Newcomer with { Collection = status }, "2026-06-30"));

    [Fact]
    public void Moves_a_day_back_when_the_next_working_day_would_be_too_late()
    {
        var policy = new ReminderPolicy(ReminderCases.Cohort with { CollectionClosesOn = Day("2026-10-05"), ReminderDaysBefore = [7, 3, 1] }, WorkingCalendar.Shipped);

        var occasions = policy.ForStudent(ReminderKind.CollectionReminder, Newcomer, Day("2026-10-05"));

        Assert.Equal("09-28→09-28 10-02→09-30 10-04→09-30", occasions.Days());
    }

    [Fact]
    public void Keeps_the_reminders_apart_when_the_window_closes_after_a_long_holiday()
    {
        var policy = new ReminderPolicy(ReminderCases.Cohort with { CollectionClosesOn = Day("2026-10-08") }, WorkingCalendar.Shipped);

        var occasions = policy.ForStudent(ReminderKind.CollectionReminder, Newcomer, Day("2026-10-08"));

        Assert.Equal("09-08→09-08 09-24→09-24 10-01→09-30 10-05→09-30 10-07→10-08", occasions.Days());
    }

    [Fact]
    public void Tells_no_old_news()
    {
        var rejected = Newcomer with
        {
            Collection = CollectionStatus.Rejected,
            CollectionSince = At("2026-05-11"),
            PhotoUploadedAt = At("2026-05-11"),
        };

        Assert.True(Assert.Single(Policy.ForStudent(ReminderKind.PhotoRejected, rejected, Day("2026-07-10"))).IsLive);
        Assert.False(Assert.Single(Policy.ForStudent(ReminderKind.PhotoRejected, rejected, Day("2026-07-11"))).IsLive);
        Assert.False(Policy.ForStudent(ReminderKind.ProofingReminder, Proofer, Day("2027-06-01"))[^1].IsLive);
    }

    [Fact]
    public void Does_not_remind_of_days_before_the_student_was_enrolled() =>
        Assert.Equal("06-27→06-26 06-29→06-29", Deadlines(Newcomer with { EnrolledAt = At("2026-06-24") }, "2026-06-30"));

    [Fact]
    public void Is_no_longer_live_after_the_last_day()
    {
        Assert.All(Policy.ForStudent(ReminderKind.CollectionReminder, Newcomer, Day("2026-06-30")), due => Assert.True(due.IsLive));
        Assert.All(Policy.ForStudent(ReminderKind.CollectionReminder, Newcomer, Day("2026-07-01")), due => Assert.False(due.IsLive));
    }

    [Fact]
    public void Takes_the_window_of_the_students_level()
    {
        var window = new SpecialWindow { Level = "专科", Window = new CollectionWindow(Day("2026-04-01"), Day("2026-05-29")) };
        var policy = new ReminderPolicy(ReminderCases.Cohort with { Windows = [window] }, WorkingCalendar.Shipped);

        var occasions = policy.ForStudent(ReminderKind.CollectionReminder, Newcomer with { Level = "专科" }, Day("2026-05-29"));

        Assert.Equal("04-29→04-29 05-15→05-15 05-22→05-22 05-26→05-26 05-28→05-28", occasions.Days());
    }

    [Fact]
    public void Asks_to_proof_after_ten_working_days_and_then_each_week()
    {
        Assert.Equal("", Proofings(Proofer, "2026-05-22"));
        Assert.Equal("05-25→05-25 06-01→06-01 06-08→06-08 06-15→06-15", Proofings(Proofer, "2026-06-21"));
    }

    [Fact]
    public void Asks_from_the_day_on_which_a_late_approval_was_reported() => Assert.Equal(
        "06-10→06-10 06-17→06-17",
        Proofings(Proofer with { ProofingStartsOn = Day("2025-11-05"), ProofingSince = At("2026-06-10") }, "2026-06-18"));

    [Fact]
    public void Gives_up_asking_to_proof_after_twelve_mails() => Assert.Equal(
        ReminderPolicy.MostProofingReminders,
        Policy.ForStudent(ReminderKind.ProofingReminder, Proofer, Day("2027-06-01")).Count);

    [Theory]
    [InlineData(ProofingStatus.NotDue)]
    [InlineData(ProofingStatus.Confirmed)]
    [InlineData(ProofingStatus.Disputed)]
    [InlineData(ProofingStatus.Correcting)]
    public void Asks_nobody_to_proof_who_is_not_due(ProofingStatus status) =>
        Assert.Equal("", Proofings(Proofer with { Proofing = status }, "2026-12-31"));

    [Fact]
    public void Begins_anew_when_the_student_is_asked_anew()
    {
        var first = Policy.ForStudent(ReminderKind.ProofingReminder, Proofer, Day("2026-06-01"));
        var again = Policy.ForStudent(ReminderKind.ProofingReminder, Proofer with { ProofingSince = At("2026-05-11", 10) }, Day("2026-06-01"));

        Assert.Empty(first.Select(due => due.Occasion).Intersect(again.Select(due => due.Occasion)));
    }

    [Theory]
    [InlineData(VerificationStatus.Failed)]
    [InlineData(VerificationStatus.Uncertain)]
    [InlineData(VerificationStatus.Abnormal)]
    public void Tells_of_a_verification_at_once_and_then_every_three_working_days(VerificationStatus status) => Assert.Equal(
        "02-13→02-13 02-25→02-25 02-28→02-28 03-04→03-04",
        Policy.ForStudent(ReminderKind.VerificationReminder, Failed("2026-02-13", status), Day("2026-03-06")).Days());

    [Fact]
    public void Keeps_the_nominal_day_of_a_verdict_that_came_on_a_holiday() => Assert.Equal(
        "10-03→10-08",
        Policy.ForStudent(ReminderKind.VerificationReminder, Failed("2026-10-03"), Day("2026-10-09")).Days());

    [Theory]
    [InlineData(VerificationStatus.Pending)]
    [InlineData(VerificationStatus.Passed)]
    [InlineData(VerificationStatus.InReview)]
    [InlineData(VerificationStatus.Filed)]
    public void Says_nothing_about_a_verification_that_blocks_nothing(VerificationStatus status) => Assert.Empty(
        Policy.ForStudent(ReminderKind.VerificationReminder, Failed("2026-02-13", status), Day("2026-12-31")));

    [Fact]
    public void Tells_one_verdict_from_the_next_on_one_day()
    {
        var one = Policy.ForStudent(ReminderKind.VerificationReminder, Failed("2026-02-13"), Day("2026-02-13"));
        var other = Failed("2026-02-13") with { VerificationSince = At("2026-02-13", 10) };

        Assert.NotEqual(one[0].Occasion, Policy.ForStudent(ReminderKind.VerificationReminder, other, Day("2026-02-13"))[0].Occasion);
    }

    [Fact]
    public void Tells_the_teaching_point_after_the_student_and_the_administrators_after_both()
    {
        ReminderFacts[] students = [Failed("2026-02-13")];

        Assert.Equal("02-25→02-25 02-28→02-28", Policy.ForOffice(ReminderKind.VerificationDigest, students, Day("2026-03-03")).Days());
        Assert.Equal("02-28→02-28", Policy.ForOffice(ReminderKind.VerificationEscalation, students, Day("2026-03-03")).Days());
    }

    [Fact]
    public void Tells_the_teaching_point_at_once_of_a_student_whom_no_mail_reaches() => Assert.Equal(
        "02-13→02-13",
        Policy.ForOffice(ReminderKind.VerificationDigest, [Failed("2026-02-13") with { HasMail = false }], Day("2026-02-13")).Days());

    [Fact]
    public void Tells_the_teaching_point_once_a_day_about_all_its_students()
    {
        ReminderFacts[] students = [Newcomer, Newcomer with { Collection = CollectionStatus.InReview }, Newcomer with { HasMail = false }];

        Assert.Equal(AllDeadlines, Policy.ForOffice(ReminderKind.CollectionDigest, students, Day("2026-06-30")).Days());
        Assert.Empty(Policy.ForOffice(ReminderKind.CollectionDigest, [Proofer], Day("2026-06-30")));
    }

    [Fact]
    public void Names_a_rejection_by_its_photo_so_that_the_same_file_again_is_no_news()
    {
        var rejected = Newcomer with
        {
            Collection = CollectionStatus.Rejected,
            CollectionSince = At("2026-05-11"),
            PhotoUploadedAt = At("2026-05-11"),
            PhotoSha256 = new string('a', 64),
        };

        var first = Assert.Single(Rejections(rejected));
        Assert.Equal(first.Occasion, Assert.Single(Rejections(rejected with { PhotoUploadedAt = At("2026-05-20") })).Occasion);
        Assert.NotEqual(first.Occasion, Assert.Single(Rejections(rejected with { PhotoSha256 = new string('b', 64) })).Occasion);
        Assert.Empty(Rejections(rejected with { Collection = CollectionStatus.InReview }));
    }

    [Fact]
    public void Asks_nobody_to_proof_a_photo_that_was_taken_back_or_a_record_that_is_hidden()
    {
        Assert.Equal("", Proofings(Proofer with { Collection = CollectionStatus.Rejected }, "2026-06-21"));
        Assert.Equal("", Proofings(Proofer with { Collection = CollectionStatus.InReview }, "2026-06-21"));
        Assert.Equal("", Proofings(Proofer with { Verification = VerificationStatus.Failed, VerificationSince = At("2026-06-01") }, "2026-06-21"));
    }

    [Fact]
    public void Lets_students_opt_out_of_all_but_verifications()
    {
        var silent = Newcomer with { HasOptedOut = true };

        foreach (var kind in Enum.GetValues<ReminderKind>().Where(kind => !kind.IsDigest()))
        {
            Assert.Equal(kind == ReminderKind.VerificationReminder ? null : FailureCodes.MailOptedOut, ReminderPolicy.LeftOut(kind, silent));
            Assert.Equal(FailureCodes.MailAddressMissing, ReminderPolicy.LeftOut(kind, silent with { HasMail = false }));
        }
    }

    private static string Deadlines(ReminderFacts student, string today) =>
        Policy.ForStudent(ReminderKind.CollectionReminder, student, Day(today)).Days();

    private static string Proofings(ReminderFacts student, string today) =>
        Policy.ForStudent(ReminderKind.ProofingReminder, student, Day(today)).Days();

    private static IReadOnlyList<DueOccasion> Rejections(ReminderFacts student) =>
        Policy.ForStudent(ReminderKind.PhotoRejected, student, Day("2026-06-30"));
}
