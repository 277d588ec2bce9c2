using CsCheck;
using MimeKit;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Mail;
using PhotoFunctions.Functions.Pages;

namespace PhotoFunctions.Functions.Tests.Mail;

/// <summary>Stored rows may be older than the rules: what they hold neither breaks a mail nor changes to whom it goes.</summary>
public sealed class BadMailFactsTests : IDisposable
{
    private static readonly string[] Bites =
    [
        "\r", "\n", "\r\n", "\r\n ", "\0", "\u2028", "\u2029", "\u0085", "\u202e", "\ud800", "\t", "Bcc: thief@evil.example",
        ":", ";", ",", "<", ">", "\"", "\\", "(", ")", "=?utf-8?B?DQpCY2M6IHRoaWVmQGV2aWwuZXhhbXBsZQ==?=", "@", "同学", "𠮷", " ",
    ];

    private static readonly Gen<string> Names = Gen.OneOf(Gen.Int[0, Bites.Length - 1].Select(index => Bites[index]), Gen.String[0, 20])
        .Array[1, 12].Select(string.Concat);

    private readonly ComponentHtml _html = new();
    private readonly MailWriter _writer;

    public BadMailFactsTests() => _writer = MailWriters.Create(_html);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _html.Dispose();

    [Theory]
    [InlineData("", FailureCodes.MailAddressMissing)]
    [InlineData("student", FailureCodes.MailShape)]
    [InlineData("student@", FailureCodes.MailShape)]
    [InlineData("@b.example", FailureCodes.MailShape)]
    [InlineData("a@b.example,c@d.example", FailureCodes.MailShape)]
    [InlineData("a@b.example\r\nBcc: c@d.example", FailureCodes.MailShape)]
    [InlineData("a@b.example\u2028", FailureCodes.MailShape)]
    [InlineData("a\0@b.example", FailureCodes.MailShape)]
    [InlineData(" a@b.example", FailureCodes.MailShape)]
    [InlineData("A B <a@b.example>", FailureCodes.MailShape)]
    [InlineData("张三@b.example", FailureCodes.MailShape)]
    public async Task Writes_to_nobody_but_to_one_plain_address(string address, string code)
    {
        var content = MailFacts.Collection(Language.Chinese) with { Student = MailFacts.Student(mail: address) };

        Assert.Equal(code, (await _writer.WriteAsync(content, Token)).Failure?.Code);
    }

    [Fact]
    public async Task Names_the_fact_that_is_missing()
    {
        var rejected = MailFacts.Rejected(Language.Chinese);
        ReminderContent[] incomplete =
        [
            rejected with { Reasons = [] },
            rejected with { Student = MailFacts.Student(name: "\0 ") },
            MailFacts.Verification(Language.English) with { Student = MailFacts.Student() },
            MailFacts.Digest(Language.Chinese) with { Awaiting = [], Rejected = [], InReview = [] },
            MailFacts.VerificationDigest(Language.Chinese) with { Lines = [] },
        ];

        foreach (var content in incomplete)
        {
            Assert.Equal(FailureCodes.MailFieldMissing, (await _writer.WriteAsync(content, Token)).Failure?.Code);
        }
    }

    [Fact]
    public async Task Leaves_out_an_address_for_answers_that_is_none()
    {
        var point = MailFacts.Point() with { Reached = new ContactDetails { Mail = "tp1\r\n@college.example" } };

        var written = await _writer.WriteAsync(MailFacts.Collection(Language.Chinese) with { TeachingPoint = point }, Token);

        Assert.Null(written.Value!.ReplyTo);
    }

    [Fact]
    public async Task Cuts_a_name_of_ten_thousand_characters()
    {
        var content = MailFacts.Collection(Language.Chinese) with { Student = MailFacts.Student(new string('长', 10_000)) };

        var mail = (await _writer.WriteAsync(content, Token)).Value!;

        Assert.Equal(101, mail.ToName.Length);
        Assert.InRange(mail.Text.Length, 1, 2_000);
    }

    [Fact]
    public void Lets_no_name_change_the_headers()
    {
        Names.Select(Names).Sample(
            (name, point) =>
            {
                var content = MailFacts.Proofing(Language.Chinese) with
                {
                    Student = MailFacts.Student(name),
                    TeachingPoint = MailFacts.Point() with { Name = point, Reached = new ContactDetails { Contact = point, Mail = point } },
                };
                if (_writer.WriteAsync(content, Token).GetAwaiter().GetResult().Value is not { } mail)
                {
                    return;
                }

                using var bytes = new MemoryStream();
                using var written = MimeMessages.Of(mail, Mails.Settings, Mails.NewOperation(), DateTimeOffset.UnixEpoch);
                written.WriteTo(bytes, Token);
                bytes.Position = 0;
                using var read = MimeMessage.Load(bytes, Token);
                Assert.Equal(
                    [
                        "Auto-Submitted", "Date", "From", "List-Unsubscribe", "List-Unsubscribe-Post",
                        "MIME-Version", "Message-Id", "Subject",
                    ],
                    Fields(read.Headers).Where(field => field is not ("To" or "Reply-To")));
                Assert.Equal(["Content-Language", "Content-Type"], Fields(read.Body!.Headers));
                Assert.Equal("student@b.example", Assert.Single(read.To.Mailboxes).Address);
                Assert.Equal("photos@college.example", Assert.Single(read.From.Mailboxes).Address);
                Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
                Assert.All(mail.Subject + mail.ToName, c => Assert.False(char.IsControl(c) || c is '\u2028' or '\u2029'));
            },
            iter: 300);

        static IEnumerable<string> Fields(HeaderList headers) => headers.Select(header => header.Field).Order(StringComparer.Ordinal);
    }
}
