using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Mail;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Tests.Mail;

public sealed class OutboxMailSenderTests(EmulatorFixture emulator)
{
    private static readonly DateTimeOffset Now = new(2027, 6, 23, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_each_mail_as_a_file_below_its_cohort()
    {
        using var app = new FunctionApp(emulator);
        var (sender, storage) = await OpenAsync(app);
        var operation = Mails.NewOperation();

        var outcome = await sender.SendAsync(Mails.To("student@b.example", "OUTBOX1"), operation, Token);

        Assert.Equal(new MailOutcome(MailResult.Sent), outcome);
        await using var file = await storage.Mail.GetBlobClient($"OUTBOX1/{operation}.eml").OpenReadAsync(cancellationToken: Token);
        var message = await MimeMessage.LoadAsync(file, Token);
        Assert.Equal("【截止提醒】还剩3天", message.Subject);
        Assert.Equal(("张三", "student@b.example"), (message.To.Mailboxes.Single().Name, message.To.Mailboxes.Single().Address));
        Assert.Equal("photos@college.example", message.From.Mailboxes.Single().Address);
        Assert.Equal("tp@college.example", message.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal($"{operation}@college.example", message.MessageId);
        Assert.Equal(Now, message.Date);
        Assert.Equal("<https://photos.college.example/api/links/opt-out/abc.def>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Contains("还剩3天。", message.TextBody, StringComparison.Ordinal);
        Assert.Equal("<p>张三同学:</p><p>还剩3天。</p>", message.HtmlBody);
    }

    [Fact]
    public async Task Keeps_a_mail_once_and_can_be_asked_for_it()
    {
        using var app = new FunctionApp(emulator);
        var (sender, storage) = await OpenAsync(app);
        var operation = Mails.NewOperation();

        Assert.Equal(MailResult.Unknown, (await sender.AskAsync(Mails.Cohort("OUTBOX2"), operation, Token)).Result);
        Assert.Equal(MailResult.Sent, (await sender.SendAsync(Mails.To("a@b.example", "OUTBOX2"), operation, Token)).Result);
        Assert.Equal(MailResult.Sent, (await sender.SendAsync(Mails.To("a@b.example", "OUTBOX2"), operation, Token)).Result);
        Assert.Equal(MailResult.Sent, (await sender.AskAsync(Mails.Cohort("OUTBOX2"), operation, Token)).Result);
        Assert.Single(await storage.Mail.GetBlobsAsync(new() { Prefix = "OUTBOX2/" }, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Does_not_throw_when_the_storage_is_out()
    {
        const string Nobody = "http://127.0.0.1:9/x";
        using var app = new FunctionApp(
            $"AccountName=devstoreaccount1;AccountKey=eA==;BlobEndpoint={Nobody};TableEndpoint={Nobody};QueueEndpoint={Nobody}");
        using var storage = new StorageAccount(
            app.Services.GetRequiredService<StorageSettings>(), new DefaultAzureCredential(), new() { Retry = { MaxRetries = 1, Delay = TimeSpan.Zero } }, new());
        var sender = new OutboxMailSender(storage, Mails.Settings, new SetClock(Now));

        Assert.Equal(MailResult.Unknown, (await sender.SendAsync(Mails.To("a@b.example"), Mails.NewOperation(), Token)).Result);
        Assert.Equal(MailResult.Running, (await sender.AskAsync(Mails.Cohort("OUTBOX3"), Mails.NewOperation(), Token)).Result);
    }

    private static async Task<(OutboxMailSender Sender, StorageAccount Storage)> OpenAsync(FunctionApp app)
    {
        var storage = app.Services.GetRequiredService<StorageAccount>();
        await storage.EnsureCreatedAsync(Token);
        return (new OutboxMailSender(storage, Mails.Settings, new SetClock(Now)), storage);
    }
}
