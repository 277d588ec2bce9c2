using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Mail;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit.Generators;
using PhotoFunctions.TestKit.MailProviders;
using PhotoFunctions.TestKit.Reminders;

namespace PhotoFunctions.Functions.Tests.Mail;

/// <summary>2,000 mails through each provider, while the process dies at about every tenth mail and one answer of twenty is lost.</summary>
public sealed class MailCampaignTests(EmulatorFixture emulator, ITestOutputHelper output)
{
    private const int Students = 2_000;
    private const int Servers = 4;
    private const int Seed = 20270623;
    private const double LostAnswers = 0.05;

    // Three calls a mail that may end the process: claim, hand-over, record.
    private const double CrashesPerCall = 0.035;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_nothing_twice_through_Azure_Communication_Services()
    {
        var random = new Random(Seed);
        await using var server = await FakeAcsServer.StartAsync(null, Token);
        server.Fault = _ => Draw(random) ? AcsFault.LostAfter : AcsFault.None;

        await RunAsync("ACS", AcsMailSenderTests.Sender(server), () => Task.FromResult(server.MailsTaken));
    }

    // A mail takes the server a tenth of a second, most of it waiting: four servers at once.
    [Fact]
    public Task Sends_nothing_twice_through_mail_servers() => Task.WhenAll(Enumerable.Range(1, Servers).Select(async server =>
    {
        await using var sink = await SmtpSink.StartAsync(loseEvery: (int)(1 / LostAnswers));
        var settings = Mails.Settings with
        {
            Provider = MailProvider.Smtp,
            Smtp = new SmtpSettings { Host = "127.0.0.1", Port = sink.Port, Tls = SmtpTls.None },
        };
        await RunAsync($"SMTP{server}", new SmtpMailSender(settings, TimeProvider.System), () => TakenAsync(sink), Students / Servers, Seed + server);
    }));

    [Fact]
    public async Task Sends_nothing_twice_through_the_outbox()
    {
        using var app = new FunctionApp(emulator);
        var storage = app.Services.GetRequiredService<StorageAccount>();
        await storage.EnsureCreatedAsync(Token);
        var outbox = new OutboxMailSender(storage, Mails.Settings, TimeProvider.System);

        await RunAsync("OUTBOX-CAMPAIGN", new Forgetful(outbox, new Random(Seed)), async () => await storage.Mail
            .GetBlobsAsync(new() { Prefix = "OUTBOX-CAMPAIGN/" }, Token)
            .ToDictionaryAsync(blob => Path.GetFileNameWithoutExtension(blob.Name), _ => 1, cancellationToken: Token));
    }

    private static bool Draw(Random random)
    {
        lock (random)
        {
            return random.NextDouble() < LostAnswers;
        }
    }

    private static Task<IReadOnlyDictionary<string, int>> TakenAsync(SmtpSink sink) => Task.FromResult<IReadOnlyDictionary<string, int>>(
        sink.MailsTaken.ToDictionary(mail => mail.Key.Split('@')[0], mail => mail.Value));

    private async Task RunAsync(
        string cohort, IMailSender sender, Func<Task<IReadOnlyDictionary<string, int>>> takenAsync, int students = Students, int seed = Seed)
    {
        output.WriteLine($"seed {seed}");
        var world = new ReminderWorld(CohortOf(cohort), points: 8, sender, new Random(seed));
        world.Time.Now = ChinaTime.At(world.Cohort.CollectionClosesOn.AddDays(-1), 9);
        for (var number = 1; number <= students; number++)
        {
            world.Students.Put(StudentOf(world.Cohort, number));
        }

        world.Crashes.Share = CrashesPerCall;
        await world.RunAsync(ReminderSubject.Deadline);
        await world.FinishAsync();

        var balance = world.Balance(await takenAsync());
        output.WriteLine($"{sender.Provider}: {world.Crashes.Count} crashes; {balance}");
        Assert.Equal((0, 0, 0, 0), (balance.Doubled, balance.Lost, balance.Untold, balance.Open));
        Assert.True(balance.Occasions > students);
        Assert.InRange(world.Crashes.Count, students / 20, students / 5);
    }

    private static Cohort CohortOf(string code) => new()
    {
        Code = CohortCode.Parse(code).Value!,
        Name = "2027届",
        CollectionOpensOn = new DateOnly(2026, 4, 1),
        CollectionClosesOn = new DateOnly(2026, 6, 30),
        ReminderDaysBefore = [1],
    };

    private static Student StudentOf(Cohort cohort, int number) => new()
    {
        Key = new StudentKey(cohort.Code, ReminderWorld.CodeOf((number % 8) + 1), StudentNumber.Parse($"S{number}").Value!),
        Profile = new StudentProfile
        {
            Name = "学生",
            NationalId = NationalId.Parse(NationalIds.Complete($"3601021990010{number:0000}")).Value!,
            Mail = $"s{number}@college.example",
        },
        EnrolledAt = ChinaTime.At(cohort.CollectionOpensOn, 0),
        CollectionSince = ChinaTime.At(cohort.CollectionOpensOn, 0),
    };

    /// <summary>Loses answers of a sender after the mail was taken, as it would tell of a broken connection.</summary>
    private sealed class Forgetful(IMailSender sender, Random random) : IMailSender
    {
        public string Provider => sender.Provider;

        public async Task<MailOutcome> SendAsync(Domain.Reminders.Mail mail, string operationId, CancellationToken cancellationToken)
        {
            var outcome = await sender.SendAsync(mail, operationId, cancellationToken);
            return Draw(random) ? new MailOutcome(MailResult.Unknown) : outcome;
        }

        public Task<MailOutcome> AskAsync(CohortCode cohort, string operationId, CancellationToken cancellationToken) =>
            sender.AskAsync(cohort, operationId, cancellationToken);
    }
}
