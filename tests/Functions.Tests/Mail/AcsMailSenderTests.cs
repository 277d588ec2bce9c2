using Azure.Identity;
using CsCheck;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Mail.Acs;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.TestKit.MailProviders;

namespace PhotoFunctions.Functions.Tests.Mail;

public sealed class AcsMailSenderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset AppTime = new(2027, 6, 23, 1, 0, 0, TimeSpan.Zero);

    private FakeAcsServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await FakeAcsServer.StartAsync(null, Token);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Hands_a_mail_over_and_hears_that_it_was_sent()
    {
        var operation = Mails.NewOperation();

        Assert.Equal(new MailOutcome(MailResult.Sent), await Sender().SendAsync(Mails.To("student@b.example"), operation, Token));

        Assert.Equal(1, Assert.Single(_server.MailsTaken).Value);
        Assert.Equal(operation, _server.MailsTaken.Single().Key);
        var mail = Assert.Single(_server.Mails);
        Assert.Equal("photos@college.example", mail.GetProperty("senderAddress").GetString());
        Assert.Equal("student@b.example", mail.GetProperty("recipients").GetProperty("to")[0].GetProperty("address").GetString());
        Assert.Equal("张三", mail.GetProperty("recipients").GetProperty("to")[0].GetProperty("displayName").GetString());
        Assert.Equal("【截止提醒】还剩3天", mail.GetProperty("content").GetProperty("subject").GetString());
        Assert.Contains("还剩3天。", mail.GetProperty("content").GetProperty("plainText").GetString(), StringComparison.Ordinal);
        Assert.Equal("tp@college.example", mail.GetProperty("replyTo")[0].GetProperty("address").GetString());
        Assert.Equal("List-Unsubscribe=One-Click", mail.GetProperty("headers").GetProperty("List-Unsubscribe-Post").GetString());
        Assert.True(mail.GetProperty("userEngagementTrackingDisabled").GetBoolean());
    }

    [Theory]
    [InlineData(AcsFault.LostBefore)]
    [InlineData(AcsFault.LostAfter)]
    [InlineData(AcsFault.LostWhileRunning)]
    [InlineData(AcsFault.ServerError)]
    public async Task Repeats_a_lost_hand_over_and_the_mail_is_taken_once(AcsFault fault)
    {
        _server.Fault = post => post == 1 ? fault : AcsFault.None;

        Assert.Equal(MailResult.Sent, (await Sender().SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);

        Assert.Equal(2, _server.Posts);
        Assert.Equal(1, Assert.Single(_server.MailsTaken).Value);
    }

    [Fact]
    public async Task Asks_what_became_of_a_mail_when_every_answer_is_lost()
    {
        _server.Fault = _ => AcsFault.LostAfter;

        Assert.Equal(MailResult.Sent, (await Sender().SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);

        Assert.Equal(3, _server.Posts);
        Assert.Equal(1, Assert.Single(_server.MailsTaken).Value);
    }

    [Theory]
    [InlineData(AcsFault.LostBefore, false)]
    [InlineData(AcsFault.ServerError, true)]
    public async Task Leaves_a_mail_open_that_nobody_knows_of_and_asks_again(AcsFault fault, bool othersWait)
    {
        _server.Fault = _ => fault;
        var (sender, operation) = (Sender(), Mails.NewOperation());

        var outcome = await sender.SendAsync(Mails.To("a@b.example"), operation, Token);

        Assert.Equal((MailResult.Running, othersWait), (outcome.Result, outcome.RetryAt is not null));
        Assert.Equal(MailResult.Unknown, (await sender.AskAsync(Mails.Cohort("MAIL"), operation, Token)).Result);
        Assert.Empty(_server.MailsTaken);
    }

    [Theory]
    [InlineData(AcsFault.QuotaFull, 42)]
    [InlineData(AcsFault.Busy, 42)]
    [InlineData(AcsFault.Busy, 0)]
    public async Task Waits_as_long_as_it_is_asked_to_and_does_not_press(AcsFault fault, int seconds)
    {
        (_server.Fault, _server.RetryAfterSeconds) = (_ => fault, seconds);

        var outcome = await Sender().SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token);

        Assert.Equal(new MailOutcome(MailResult.NotNow, RetryAt: AppTime + TimeSpan.FromSeconds(seconds)), outcome);
        Assert.Equal(1, _server.Posts);
    }

    [Fact]
    public async Task Does_not_take_a_full_quota_for_certain_when_an_attempt_before_was_lost()
    {
        _server.Fault = post => post == 1 ? AcsFault.LostAfter : AcsFault.QuotaFull;

        Assert.Equal(MailResult.Sent, (await Sender().SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Canceled")]
    public async Task Tells_that_a_mail_was_refused(string end)
    {
        _server.End = _ => end;
        var (sender, operation) = (Sender(), Mails.NewOperation());

        var refused = new MailOutcome(MailResult.Refused, FailureCodes.MailRefused);
        Assert.Equal(refused, await sender.SendAsync(Mails.To("a@b.example"), operation, Token));
        Assert.Equal(refused, await sender.AskAsync(Mails.Cohort("MAIL"), operation, Token));
        Assert.Equal(refused, await sender.SendAsync(Mails.To("refused@b.example"), Mails.NewOperation(), Token));
    }

    [Fact]
    public async Task Leaves_a_mail_that_takes_its_time_to_a_later_round()
    {
        (_server.AsksUntilEnd, _server.RetryAfterSeconds) = (1, 60);
        var (sender, operation) = (Sender(), Mails.NewOperation());

        Assert.Equal(MailResult.Running, (await sender.SendAsync(Mails.To("a@b.example"), operation, Token)).Result);
        Assert.Equal(MailResult.Running, (await sender.AskAsync(Mails.Cohort("MAIL"), operation, Token)).Result);
        Assert.Equal(MailResult.Sent, (await sender.AskAsync(Mails.Cohort("MAIL"), operation, Token)).Result);
    }

    [Fact]
    public async Task Keeps_the_mail_when_nobody_listens()
    {
        var sender = Sender();
        await _server.DisposeAsync();
        _server = await FakeAcsServer.StartAsync(null, Token);

        Assert.Equal(MailResult.NotNow, (await sender.SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);
        Assert.Equal(MailResult.Running, (await sender.AskAsync(Mails.Cohort("MAIL"), Mails.NewOperation(), Token)).Result);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task Keeps_the_mail_when_its_clock_is_wrong(int minutes)
    {
        await using var server = await FakeAcsServer.StartAsync(new SetClock(TimeProvider.System.GetUtcNow().AddMinutes(minutes)), Token);

        Assert.Equal(MailResult.NotNow, (await Sender(server).SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);
        Assert.Empty(server.MailsTaken);
    }

    [Fact]
    public async Task Keeps_the_mail_when_the_key_is_wrong()
    {
        var settings = new AcsSettings { Endpoint = _server.Endpoint, AccessKey = new byte[64] };

        Assert.Equal(MailResult.NotNow, (await Sender(settings).SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);
        Assert.Empty(_server.MailsTaken);
    }

    [Fact]
    public async Task Does_not_send_when_there_is_no_time_left()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        Assert.Equal(MailResult.NotNow, (await Sender().SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), over.Token)).Result);
        Assert.Empty(_server.MailsTaken);
    }

    [Fact]
    public void Takes_no_mail_twice_and_forgets_none_whatever_goes_wrong() => Gen.Enum<AcsFault>().Array[90].Sample(
        faults =>
        {
            _server.Fault = post => faults[post % faults.Length];
            var sender = Sender();
            var operations = Enumerable.Range(0, 60).Select(_ => Mails.NewOperation()).ToList();
            var sent = Task.WhenAll(operations.Select(operation => sender.SendAsync(Mails.To("a@b.example"), operation, Token)));

            foreach (var (outcome, operation) in sent.GetAwaiter().GetResult().Zip(operations))
            {
                var taken = _server.MailsTaken.GetValueOrDefault(operation);
                Assert.True(
                    (outcome.Result, taken) is (MailResult.Sent, 1) or (MailResult.NotNow, 0) or (MailResult.Running, 0 or 1),
                    $"{outcome.Result}, taken {taken} times");
            }
        },
        iter: 3,
        threads: 1);

    private static AcsMailSender Sender(AcsSettings settings) =>
        new(new AcsClient(settings, new DefaultAzureCredential(), TimeProvider.System), Mails.Settings, new SetClock(AppTime), TimeProvider.System);

    internal static AcsMailSender Sender(FakeAcsServer server) =>
        Sender(new AcsSettings { Endpoint = server.Endpoint, AccessKey = Convert.FromBase64String(server.AccessKey) });

    private AcsMailSender Sender() => Sender(_server);
}
