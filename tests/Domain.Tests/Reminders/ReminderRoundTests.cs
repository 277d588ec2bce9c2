using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Generators;
using PhotoFunctions.TestKit.Reminders;
using static PhotoFunctions.Domain.Tests.Reminders.ReminderCases;

namespace PhotoFunctions.Domain.Tests.Reminders;

public sealed class ReminderRoundTests
{
    // 7 days before the window closes, a Tuesday; the 14 days before were told a week ago.
    private const string ReminderDay = "2026-06-23";

    private readonly ScriptedSender _sender = new();

    [Fact]
    public async Task Sends_nothing_at_night()
    {
        var world = World(students: 1);
        world.Time.Now = At(ReminderDay, 20);

        Assert.True((await world.RunAsync(ReminderSubject.Deadline)).IsNight);
        Assert.Empty(_sender.Mails);
        Assert.Empty(world.Lines);
    }

    [Fact]
    public async Task Sends_one_mail_for_all_that_was_missed()
    {
        var world = World(students: 1);

        var report = await world.RunAsync(ReminderSubject.Deadline);

        Assert.Equal((6, 2, 0), (report.FellDue, report.Sent, report.Waiting));
        Assert.Equal(2, world.Lines.Count(line => line is { Status: ReminderStatus.Sent, Key.Occasion.On: var on } && on == Day(ReminderDay)));
        Assert.Equal(4, world.Lines.Count(line => line is { Status: ReminderStatus.Dropped, Code: FailureCodes.ReminderSuperseded }));
    }

    [Fact]
    public async Task Sends_to_offices_first_and_leaves_the_rest_to_the_next_hour()
    {
        var world = World(students: 3, perHour: 2);

        var report = await world.RunAsync(ReminderSubject.Deadline);
        Assert.Equal((2, 2), (report.Sent, report.Waiting));
        Assert.Equal("CollectionDigestContent CollectionReminderContent", string.Join(" ", _sender.Mails.Select(mail => mail.Subject)));

        world.Time.Now += TimeSpan.FromHours(1);
        Assert.Equal(2, (await world.RunAsync(ReminderSubject.Deadline)).Sent);
        Assert.DoesNotContain(world.Lines, line => line.IsOpen);
    }

    [Fact]
    public async Task Drops_a_mail_whose_student_was_accepted_before_its_turn()
    {
        var world = World(students: 2, perHour: 1);
        await world.RunAsync(ReminderSubject.Deadline);
        foreach (var student in world.Students.Students)
        {
            world.Students.Put(student with { Collection = CollectionStatus.Accepted });
        }

        world.Time.Now += TimeSpan.FromHours(1);
        var report = await world.RunAsync(ReminderSubject.Deadline);

        Assert.Equal((0, 2), (report.Sent, report.Dropped));
        Assert.Equal(2, world.Lines.Count(line => line.Code == FailureCodes.ReminderNotDue));
    }

    [Fact]
    public async Task Keeps_a_mail_of_tomorrow_that_a_clock_ahead_by_a_day_has_found()
    {
        var world = World(students: 1, perHour: 1);
        await world.RunAsync(ReminderSubject.Deadline);
        world.Time.Now -= TimeSpan.FromDays(1);
        await world.RunAsync(ReminderSubject.Deadline);
        Assert.Single(_sender.Mails);

        world.Time.Now += TimeSpan.FromDays(1) + TimeSpan.FromHours(1);
        await world.RunAsync(ReminderSubject.Deadline);

        Assert.Equal(nameof(CollectionReminderContent), _sender.Mails[^1].Subject);
        Assert.DoesNotContain(world.Lines, line => line.IsOpen);
    }

    [Fact]
    public async Task Drops_a_mail_whose_student_opted_out_before_its_turn()
    {
        var world = World(students: 1, perHour: 1);
        await world.RunAsync(ReminderSubject.Deadline);
        world.Students.Put(world.Students.Students[0] with { OptedOutSince = world.Time.Now });

        world.Time.Now += TimeSpan.FromHours(1);
        await world.RunAsync(ReminderSubject.Deadline);

        Assert.Equal(FailureCodes.MailOptedOut, Assert.Single(world.Lines, line => line.Key is { Student: not null, Occasion.On.Day: 23 }).Code);
    }

    [Fact]
    public async Task Sends_a_waiting_mail_to_a_student_who_has_moved()
    {
        var world = World(students: 1, perHour: 1);
        await world.RunAsync(ReminderSubject.Deadline);
        Move(world, to: 2);

        world.Time.Now += TimeSpan.FromHours(1);
        await world.RunAsync(ReminderSubject.Deadline);
        world.Time.Now += TimeSpan.FromHours(1);
        await world.RunAsync(ReminderSubject.Deadline);

        Assert.Single(_sender.Mails, mail => mail.Subject == nameof(CollectionReminderContent));
    }

    [Fact]
    public async Task Sends_at_the_new_place_what_fell_due_after_the_last_round_at_the_old_one()
    {
        var world = World(students: 1);
        Move(world, to: 2);

        await world.RunAsync(ReminderSubject.Deadline);

        Assert.Single(_sender.Mails, mail => mail.Subject == nameof(CollectionReminderContent));
    }

    [Fact]
    public async Task Sends_nothing_again_to_a_student_who_moved_on_before_the_next_round()
    {
        var world = World(students: 1);
        await world.RunAsync(ReminderSubject.Deadline);
        Move(world, to: 2);
        Move(world, to: 3);

        await RunForAsync(world, days: 1);

        Assert.Single(_sender.Mails, mail => mail.Subject == nameof(CollectionReminderContent));
        Assert.Equal(FailureCodes.ReminderMoved, Assert.Single(world.Lines, line => line.Key is { Student: not null, TeachingPoint.Value: "TP003" }).Code);
    }

    [Fact]
    public async Task Never_sends_a_mail_again_of_which_nobody_knows()
    {
        var world = World(students: 1);
        _sender.OnSend = _ => new MailOutcome(MailResult.Unknown);

        await world.RunAsync(ReminderSubject.Deadline);
        await RunForAsync(world, days: 3);

        Assert.Equal(2, world.Lines.Count(line => line.Status == ReminderStatus.Unknown));
        Assert.Equal(2, _sender.Mails.Count);
    }

    [Theory]
    [InlineData(MailResult.Sent, ReminderStatus.Sent)]
    [InlineData(MailResult.Refused, ReminderStatus.Failed)]
    [InlineData(MailResult.NotNow, ReminderStatus.Unknown)]
    [InlineData(MailResult.Unknown, ReminderStatus.Unknown)]
    [InlineData(MailResult.Running, ReminderStatus.Unknown)]
    public async Task Asks_the_provider_what_became_of_a_mail_that_is_on_its_way(MailResult answer, ReminderStatus expected)
    {
        var world = World(students: 1);
        _sender.OnSend = _ => new MailOutcome(MailResult.Running);
        await world.RunAsync(ReminderSubject.Deadline);
        Assert.Equal(2, world.Lines.Count(line => line.Status == ReminderStatus.Sending));

        _sender.OnAsk = answer;
        await RunForAsync(world, days: 2);

        Assert.Equal(2, world.Lines.Count(line => line.Status == expected));
        Assert.Equal(2, _sender.Mails.Count);
    }

    [Fact]
    public async Task Does_not_take_a_mail_from_a_round_that_is_at_work_on_it()
    {
        var world = World(students: 1);
        _sender.OnSend = _ => new MailOutcome(MailResult.Running);
        await world.RunAsync(ReminderSubject.Deadline);

        _sender.OnAsk = MailResult.Unknown;
        world.Time.Now += TimeSpan.FromMinutes(20);
        await world.RunAsync(ReminderSubject.Deadline);

        Assert.Equal(2, world.Lines.Count(line => line.Status == ReminderStatus.Sending));
    }

    [Fact]
    public async Task Tries_again_later_what_the_provider_did_not_take()
    {
        var world = World(students: 1);
        _sender.OnSend = _ => new MailOutcome(MailResult.NotNow);
        Assert.Equal(2, (await world.RunAsync(ReminderSubject.Deadline)).Waiting);

        _sender.OnSend = _ => new MailOutcome(MailResult.Sent);
        world.Time.Now += TimeSpan.FromHours(1);

        Assert.Equal(2, (await world.RunAsync(ReminderSubject.Deadline)).Sent);
    }

    [Fact]
    public async Task Leaves_a_provider_alone_that_says_when_to_come_again()
    {
        var world = World(students: 5);
        _sender.OnSend = _ => new MailOutcome(MailResult.NotNow, RetryAt: world.Time.Now.AddMinutes(5));

        Assert.Equal(6, (await world.RunAsync(ReminderSubject.Deadline)).Waiting);
        Assert.Single(_sender.Mails);
    }

    [Fact]
    public async Task Goes_on_past_a_recipient_whom_the_provider_does_not_take_now()
    {
        var world = World(students: 5);
        _sender.OnSend = mail => new MailOutcome(mail.To == "s1@example.com" ? MailResult.NotNow : MailResult.Sent);

        var report = await world.RunAsync(ReminderSubject.Deadline);

        Assert.Equal((5, 1), (report.Sent, report.Waiting));
    }

    [Fact]
    public async Task Keeps_nobody_waiting_for_recipients_whom_the_provider_never_takes()
    {
        var world = World(students: 8);
        var refused = Enumerable.Range(1, 5).Select(number => $"s{number}@example.com").ToHashSet();
        _sender.OnSend = mail => new MailOutcome(refused.Contains(mail.To) ? MailResult.NotNow : MailResult.Sent);

        await world.RunAsync(ReminderSubject.Deadline);
        Assert.Equal(1, world.Lines.Count(line => line.Status == ReminderStatus.Sent));
        await RunForAsync(world, days: 1);

        Assert.Equal(4, world.Lines.Count(line => line.Status == ReminderStatus.Sent));
    }

    [Fact]
    public async Task Gives_up_a_recipient_whose_mailbox_takes_nothing_for_three_days()
    {
        var world = World(students: 5);
        _sender.OnSend = mail => mail.To is "s1@example.com" or "s2@example.com" or "s3@example.com" or "s4@example.com"
            ? new MailOutcome(MailResult.NotNow) { IsAboutRecipient = true }
            : new MailOutcome(MailResult.Sent);

        Assert.Equal((2, 4), await world.RunAsync(ReminderSubject.Deadline) is var report ? (report.Sent, report.Waiting) : default);
        await RunForAsync(world, days: 4);

        Assert.Equal(4, world.Lines.Count(line => line is { Status: ReminderStatus.Failed, Code: FailureCodes.MailRefused }));
    }

    [Fact]
    public async Task Fails_a_digest_to_a_teaching_point_without_an_address_and_goes_on()
    {
        var world = World(students: 1, point: 9);

        var report = await world.RunAsync(ReminderSubject.Deadline);

        Assert.Equal((1, 1), (report.Sent, report.Failed));
        Assert.Equal(FailureCodes.MailAddressMissing, Assert.Single(world.Lines, line => line.Status == ReminderStatus.Failed).Code);
    }

    [Fact]
    public async Task Tells_the_days_that_are_left_when_the_mail_is_sent()
    {
        var writer = new KeepingWriter();
        var world = World(students: 1, perHour: 1, writer: writer);
        await world.RunAsync(ReminderSubject.Deadline);

        world.Time.Now = At("2026-06-25");
        await world.RunAsync(ReminderSubject.Deadline);

        Assert.Equal(5, Assert.Single(writer.Contents.OfType<CollectionReminderContent>()).DaysLeft);
    }

    [Fact]
    public async Task Says_nothing_after_the_window_has_closed_but_writes_down_what_was_due()
    {
        var world = World(students: 1);
        world.Time.Now = At("2026-07-01");

        Assert.Equal(0, (await world.RunAsync(ReminderSubject.Deadline)).Sent);
        Assert.All(world.Lines, line => Assert.Equal(ReminderStatus.Dropped, line.Status));
        Assert.Equal(8, world.Lines.Count);
    }

    [Fact]
    public async Task Tells_a_student_why_a_person_refused_the_photo_but_no_numbers_of_persons()
    {
        var writer = new KeepingWriter();
        var world = World(students: 1, writer: writer);
        world.Students.Put(world.Students.Students[0] with
        {
            Collection = CollectionStatus.Rejected,
            CollectionSince = world.Time.Now,
            Photo = new DecidedPhoto
            {
                Source = new UploadVersion("2027/TP001/x.jpg", "e", world.Time.Now),
                Sha256 = new string('a', 64),
                FaultCodes = [FailureCodes.PhotoRefused],
                Review = new ReviewAct
                {
                    Event = CollectionEvent.ReviewRefused,
                    Sha256 = new string('a', 64),
                    Person = "王老师",
                    Reason = "不是 11010519491231002X 本人,请致电13800138000",
                },
            },
        });

        await world.RunAsync(ReminderSubject.Deadline);

        var reason = Assert.Single(Assert.Single(writer.Contents.OfType<PhotoRejectedContent>()).Reasons);
        Assert.Equal("照片经人工审核未通过:不是 ****************** 本人,请致电***********。", reason.Message.Chinese);
    }

    [Fact]
    public async Task Escalates_to_the_administrators_about_all_teaching_points()
    {
        var writer = new KeepingWriter();
        var world = World(students: 2, writer: writer);
        foreach (var student in world.Students.Students)
        {
            world.Students.Put(student with { Verification = VerificationStatus.Failed, VerificationSince = At("2026-06-12") });
        }

        await world.RunAsync(ReminderSubject.Verification);

        var escalation = Assert.Single(writer.Contents.OfType<VerificationDigestContent>(), content => content.TeachingPoint is null);
        Assert.Equal(2, escalation.Lines.Count);
        Assert.Equal(4, _sender.Mails.Count);
    }

    private static void Move(ReminderWorld world, int to)
    {
        var student = world.Students.Students[0];
        world.Students.Put(student with
        {
            Key = student.Key with { TeachingPoint = ReminderWorld.CodeOf(to) },
            MovedFrom = student.Key.TeachingPoint,
            MovedOn = world.Time.Now,
        });
    }

    private static async Task RunForAsync(ReminderWorld world, int days)
    {
        for (var hour = 0; hour < days * 24; hour++)
        {
            world.Time.Now += TimeSpan.FromHours(1);

            // The next deadline mails are not what these tests are about.
            if (world.Time.Now < At("2026-06-29", 8))
            {
                await world.RunAsync(ReminderSubject.Deadline);
            }
        }
    }

    private ReminderWorld World(int students, int? perHour = null, int point = 1, IMailWriter? writer = null)
    {
        var world = new ReminderWorld(
            ReminderCases.Cohort with { AdministratorMail = "office@example.com", ReminderDaysBefore = [30, 14, 7, 1] }, 9, _sender, new Random(1), perHour: perHour, writer: writer);
        world.Time.Now = At(ReminderDay);
        for (var number = 1; number <= students; number++)
        {
            world.Students.Put(new Student
            {
                Key = new StudentKey(world.Cohort.Code, ReminderWorld.CodeOf(point), StudentNumber.Parse($"S{number}").Value!),
                Profile = new StudentProfile
                {
                    Name = "学生",
                    NationalId = NationalId.Parse(NationalIds.Complete($"3601021990010100{number}")).Value!,
                    Mail = $"s{number}@example.com",
                },
                EnrolledAt = At("2026-03-20"),
                CollectionSince = At("2026-03-20"),
            });
        }

        return world;
    }

    private sealed class KeepingWriter : IMailWriter
    {
        private readonly PlainMailWriter _writer = new();

        public List<ReminderContent> Contents { get; } = [];

        public Task<Result<Mail>> WriteAsync(ReminderContent content, CancellationToken cancellationToken)
        {
            Contents.Add(content);
            return _writer.WriteAsync(content, cancellationToken);
        }
    }
}
