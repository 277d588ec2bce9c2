using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Mail;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.MailProviders;

namespace PhotoFunctions.Functions.Tests.Mail;

public sealed class SmtpMailSenderTests
{
    private static readonly DateTimeOffset Now = new(2027, 6, 23, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_a_mail_over_once()
    {
        await using var sink = await SmtpSink.StartAsync();
        var operation = Mails.NewOperation();

        Assert.Equal(new MailOutcome(MailResult.Sent), await Sender(sink).SendAsync(Mails.To("student@b.example"), operation, Token));

        var mail = await OneAsync(sink);
        Assert.Equal(("photos@college.example", "student@b.example", false), (mail.From, Assert.Single(mail.To), mail.IsSecure));
        Assert.Equal(1, sink.MailsTaken[$"{operation}@college.example"]);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(mail.Content));
        using var message = await MimeMessage.LoadAsync(content, Token);
        Assert.Equal("【截止提醒】还剩3天", message.Subject);
        Assert.Contains("还剩3天。", message.TextBody, StringComparison.Ordinal);
        Assert.Equal(MailResult.Unknown, (await Sender(sink).AskAsync(Mails.Cohort("MAIL"), operation, Token)).Result);
    }

    [Theory]
    [InlineData("refused", MailResult.Refused, 0)]
    [InlineData("later", MailResult.NotNow, 0)]
    [InlineData("hang-up-early", MailResult.NotNow, 0)]
    [InlineData("content-refused", MailResult.Refused, 0)]
    [InlineData("content-later", MailResult.NotNow, 0)]
    [InlineData("hang-up-late", MailResult.Unknown, 1)]
    public async Task Tells_as_certain_only_what_is(string recipient, MailResult result, int taken)
    {
        var sink = await SmtpSink.StartAsync();
        await using (sink)
        {
            var outcome = await Sender(sink).SendAsync(Mails.To($"{recipient}@b.example"), Mails.NewOperation(), Token);

            Assert.Equal((result, result == MailResult.Refused ? FailureCodes.MailRefused : null), (outcome.Result, outcome.Code));
        }

        Assert.Equal(taken, sink.MailsTaken.Count);
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Implicit")]
    public async Task Encrypts_the_connection_and_signs_in(string tls)
    {
        await using var sink = await SmtpSink.StartAsync(tls, "photos", "秘密 secret");
        var settings = Settings(sink, Enum.Parse<SmtpTls>(tls), "photos", "秘密 secret");
        var sender = new SmtpMailSender(settings, new SetClock(Now), (_, shown, _, _) => shown?.Subject == shown?.Issuer);

        Assert.Equal(MailResult.Sent, (await sender.SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);

        var mail = await OneAsync(sink);
        Assert.Equal((true, "photos"), (mail.IsSecure, mail.User));
    }

    [Fact]
    public async Task Sends_nothing_to_a_server_that_it_cannot_trust()
    {
        await using var untrusted = await SmtpSink.StartAsync("StartTls");
        await using var plain = await SmtpSink.StartAsync("None");

        foreach (var (sink, tls) in new[] { (untrusted, SmtpTls.StartTls), (plain, SmtpTls.StartTls), (plain, SmtpTls.Implicit) })
        {
            var sender = new SmtpMailSender(Settings(sink, tls), new SetClock(Now));
            Assert.Equal(MailResult.NotNow, (await sender.SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);
        }

        Assert.Empty(untrusted.MailsTaken);
        Assert.Empty(plain.MailsTaken);
    }

    [Fact]
    public async Task Keeps_the_mail_when_it_is_not_let_in_or_nobody_listens()
    {
        var sink = await SmtpSink.StartAsync("None", "photos", "secret");
        await using (sink)
        {
            var stranger = new SmtpMailSender(Settings(sink, SmtpTls.None, "photos", "wrong"), new SetClock(Now));
            Assert.Equal(MailResult.NotNow, (await stranger.SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);
            Assert.Equal(MailResult.NotNow, (await Sender(sink).SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);
            Assert.Empty(sink.MailsTaken);
        }

        Assert.Equal(MailResult.NotNow, (await Sender(sink).SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);
    }

    [Fact]
    public async Task Keeps_the_mail_when_the_server_lets_nobody_in_and_says_nothing()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var settings = Mails.Settings with
        {
            Provider = MailProvider.Smtp,
            Smtp = new SmtpSettings { Host = "127.0.0.1", Port = ((IPEndPoint)silent.LocalEndpoint).Port, Tls = SmtpTls.None },
        };
        var sender = new SmtpMailSender(settings, new SetClock(Now), patience: TimeSpan.FromMilliseconds(200));

        Assert.Equal(new MailOutcome(MailResult.NotNow), await sender.SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token));
    }

    private static SmtpMailSender Sender(SmtpSink sink) => new(Settings(sink, SmtpTls.None), new SetClock(Now));

    private static MailSettings Settings(SmtpSink sink, SmtpTls tls, string user = "", string password = "") => Mails.Settings with
    {
        Provider = MailProvider.Smtp,
        Smtp = new SmtpSettings { Host = "127.0.0.1", Port = sink.Port, Tls = tls, User = user, Password = password },
    };

    // The sink tells of a mail before it answers, through a pipe.
    private static async Task<SmtpMail> OneAsync(SmtpSink sink)
    {
        await Eventually.TrueAsync(() => sink.Mails.Count > 0, "the sink tells of the mail", Token);
        return Assert.Single(sink.Mails);
    }
}
