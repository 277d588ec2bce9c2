using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Generators;
using PhotoFunctions.TestKit.Reminders;
using static PhotoFunctions.Domain.Tests.Reminders.ReminderCases;

namespace PhotoFunctions.Domain.Tests.Reminders;

public sealed class ReminderPreviewTests
{
    private readonly ReminderWorld _world;

    public ReminderPreviewTests()
    {
        _world = new ReminderWorld(ReminderCases.Cohort with { AdministratorMail = "office@example.com" }, 3, new ScriptedSender(), new Random(1));
        for (var number = 1; number <= 12; number++)
        {
            _world.Students.Put(StudentOf(number));
        }
    }

    [Theory]
    [InlineData("2026-06-23", 9)]
    [InlineData("2026-06-22", 21)]
    [InlineData("2026-06-23", 7)]
    public async Task Of_the_next_day_on_which_mails_can_be_sent_is_what_is_sent_then(string now, int hour)
    {
        _world.Time.Now = At(now, hour);
        var previewed = await PreviewAsync("2026-06-23");

        _world.Time.Now = At("2026-06-23");
        await RunAsync();

        Assert.Equal(Sent(), previewed);
    }

    [Fact]
    public async Task Of_a_later_day_is_what_is_sent_then_when_nothing_changes()
    {
        _world.Time.Now = At("2026-06-22");
        await RunAsync();
        var before = Sent();
        var previewed = await PreviewAsync("2026-06-23");

        _world.Time.Now = At("2026-06-23");
        await RunAsync();

        Assert.Equal(Sent().Except(before).Order(), previewed);
    }

    [Fact]
    public async Task Of_a_day_that_is_over_is_what_the_ledger_knows()
    {
        _world.Time.Now = At("2026-06-23");
        await RunAsync();
        _world.Time.Now = At("2026-06-24");

        var lines = await LinesAsync("2026-06-23");

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(line is { Status: ReminderStatus.Sent } or { LeftOut: not null }));
    }

    private async Task RunAsync()
    {
        foreach (var subject in Enum.GetValues<ReminderSubject>())
        {
            await _world.RunAsync(subject);
        }
    }

    private IReadOnlyList<string> Sent() =>
        [.. _world.Lines.Where(line => line.Status == ReminderStatus.Sent).Select(line => line.Key.ToString()).Order()];

    private async Task<IReadOnlyList<string>> PreviewAsync(string date) =>
        [.. (await LinesAsync(date)).Where(line => line.LeftOut is null).Select(line => line.Key.ToString()).Order()];

    private async Task<IReadOnlyList<PreviewLine>> LinesAsync(string date) =>
        await new ReminderPreview(_world.Cohorts, new InMemoryCalendars(), _world.Students, _world.Ledger, _world.Time)
            .ListAsync(_world.Cohort, Day(date), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    // Every fourth has no address, every third a verdict of some day before, every second is accepted.
    private Student StudentOf(int number) => new()
    {
        Key = new StudentKey(_world.Cohort.Code, ReminderWorld.CodeOf((number % 3) + 1), StudentNumber.Parse($"S{number}").Value!),
        Profile = new StudentProfile
        {
            Name = "学生",
            NationalId = NationalId.Parse(NationalIds.Complete($"360102199001011{number:00}")).Value!,
            Mail = number % 4 == 0 ? "" : $"s{number}@example.com",
        },
        EnrolledAt = At("2026-03-20"),
        CollectionSince = At("2026-03-20"),
        Collection = number % 2 == 0 ? CollectionStatus.Accepted : CollectionStatus.Awaiting,
        Proofing = number % 2 == 0 ? ProofingStatus.Due : ProofingStatus.NotDue,
        ProofingSince = number % 2 == 0 ? At("2026-05-11") : null,
        ProofingStartsOn = number % 2 == 0 ? Day("2026-05-11") : null,
        Verification = number % 3 == 0 ? VerificationStatus.Uncertain : VerificationStatus.Pending,
        VerificationSince = number % 3 == 0 ? At($"2026-06-{number + 5:00}", 21) : null,
    };
}
