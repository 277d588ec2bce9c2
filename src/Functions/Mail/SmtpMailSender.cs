using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Health;
using PhotoFunctions.Functions.Settings;
using ReminderMail = PhotoFunctions.Domain.Reminders.Mail;

namespace PhotoFunctions.Functions.Mail;

/// <summary>
/// Hands mails to a mail server, each on a connection of its own. Until the content begins, whatever goes wrong is certain: nothing was
/// sent. From then on only the server's own answer is, and nobody can be asked for a lost one.
/// </summary>
/// <param name="settings">The server and the sender.</param>
/// <param name="time">The app's clock.</param>
/// <param name="trust">Judges the server's certificate; null: it has to be good.</param>
/// <param name="patience">How long the server may take to let us in; null: 15 seconds.</param>
internal sealed class SmtpMailSender(
    MailSettings settings, TimeProvider time, RemoteCertificateValidationCallback? trust = null, TimeSpan? patience = null) : IMailSender, IMailDoor
{
    // A server that says nothing takes no mail now.
    private static readonly TimeSpan LongestGreeting = TimeSpan.FromSeconds(15);

    private readonly SmtpSettings _server = settings.Smtp!;

    public string Provider => "smtp";

    public async Task<MailOutcome> SendAsync(ReminderMail mail, string operationId, CancellationToken cancellationToken)
    {
        using var message = MimeMessages.Of(mail, settings, operationId, time.GetUtcNow());
        using var client = NewClient();
        var content = new Content();
        try
        {
            using var greeting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            greeting.CancelAfter(patience ?? LongestGreeting);
            await ConnectAsync(client, greeting.Token);
            await client.SendAsync(message, cancellationToken, content);
        }
        catch (SmtpCommandException ex)
        {
            return ex.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && (int)ex.StatusCode >= 500
                ? new MailOutcome(MailResult.Refused, FailureCodes.MailRefused)
                : new MailOutcome(MailResult.NotNow) { IsAboutRecipient = ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted };
        }
        catch (Exception ex) when (IsOutage(ex))
        {
            return new MailOutcome(content.HasBegun ? MailResult.Unknown : MailResult.NotNow);
        }

        await LeaveAsync(client);
        return new MailOutcome(MailResult.Sent);
    }

    public Task<MailOutcome> AskAsync(CohortCode cohort, string operationId, CancellationToken cancellationToken) =>
        Task.FromResult(new MailOutcome(MailResult.Unknown));

    /// <summary>Signs in and leaves.</summary>
    public async Task<HealthFinding> KnockAsync(CancellationToken cancellationToken)
    {
        using var client = NewClient();
        try
        {
            await ConnectAsync(client, cancellationToken);
        }
        catch (Exception ex) when (ex is AuthenticationException or SaslException)
        {
            return new HealthFinding(HealthState.Refused, "The mail server refuses SmtpUser and SmtpPassword.");
        }
        catch (SslHandshakeException)
        {
            return new HealthFinding(HealthState.Refused, "The mail server's certificate is not trusted, or SmtpTls is not its way.");
        }
        catch (Exception ex) when (IsOutage(ex) || ex is SmtpCommandException)
        {
            return new HealthFinding(HealthState.Unreachable, "The mail server does not answer as one.");
        }

        await LeaveAsync(client);
        return HealthFinding.Ok;
    }

    private SmtpClient NewClient() => new()
    {
        ServerCertificateValidationCallback = trust,

        // Asking whether a certificate was revoked needs other servers, which campus networks may not reach.
        CheckCertificateRevocation = false,
    };

    // What the server said of a mail stands, also when it then hangs up without a word.
    private static async Task LeaveAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception ex) when (IsOutage(ex) || ex is SmtpCommandException)
        {
            return;
        }
    }

    private static bool IsOutage(Exception exception) => exception is SmtpProtocolException or IOException or SocketException
        or SslHandshakeException or AuthenticationException or SaslException or OperationCanceledException or TimeoutException
        or NotSupportedException or ServiceNotConnectedException or ServiceNotAuthenticatedException;

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        var tls = _server.Tls switch
        {
            SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
            SmtpTls.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(_server.Host, _server.Port, tls, cancellationToken);
        if (_server.User.Length > 0)
        {
            await client.AuthenticateAsync(_server.User, _server.Password, cancellationToken);
        }

        // Sent in one piece (BDAT), the content could be taken before we know that it has begun.
        client.Capabilities &= ~(SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime);
    }

    /// <summary>Whether content has been sent.</summary>
    private sealed class Content : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
