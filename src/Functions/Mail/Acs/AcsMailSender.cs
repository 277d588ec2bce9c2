using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Health;
using PhotoFunctions.Functions.Settings;
using ReminderMail = PhotoFunctions.Domain.Reminders.Mail;

namespace PhotoFunctions.Functions.Mail.Acs;

/// <summary>Hands mails to Azure Communication Services Email, and asks for them by the operation's id.</summary>
/// <param name="client">The service.</param>
/// <param name="settings">The sender.</param>
/// <param name="time">The app's clock, in which the round thinks.</param>
/// <param name="realTime">The clock of the world, in which the service is waited for.</param>
internal sealed class AcsMailSender(AcsClient client, MailSettings settings, TimeProvider time, TimeProvider realTime) : IMailSender, IMailDoor
{
    private const int Asks = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WhenFull = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhenOut = TimeSpan.FromMinutes(5);

    public string Provider => "acs";

    public async Task<MailOutcome> SendAsync(ReminderMail mail, string operationId, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(AcsMail.Of(mail, settings), operationId, cancellationToken);
        return answer switch
        {
            { Status: StatusCodes.Status202Accepted or StatusCodes.Status409Conflict } =>
                await FollowAsync(answer, operationId, cancellationToken),

            // About this mail. A repeated request gets the answer of the first one.
            { Status: 400 or 413 or 422 } => new MailOutcome(MailResult.Refused, FailureCodes.MailRefused),

            // Whether another attempt was carried out is the operation's to tell.
            { MayHaveArrivedBefore: true } => await FindAsync(answer, operationId, cancellationToken),
            { Status: StatusCodes.Status429TooManyRequests } => Later(answer, WhenFull),

            // Busy: it took nothing. Any other error of the server's may have come after it took the mail.
            { Status: >= 500 and not StatusCodes.Status503ServiceUnavailable } => await FindAsync(answer, operationId, cancellationToken),

            // Not reached; or about the settings, such as 401, 403, 404, and 412 for a clock that is wrong.
            _ => Later(answer, WhenOut),
        };
    }

    public async Task<MailOutcome> AskAsync(CohortCode cohort, string operationId, CancellationToken cancellationToken)
    {
        var answer = await client.AskAsync(operationId, cancellationToken);
        return answer.Status == StatusCodes.Status404NotFound ? new MailOutcome(MailResult.Unknown) : Outcome(answer);
    }

    /// <summary>Asks for an operation that never was: whoever is let in hears that there is none.</summary>
    public async Task<HealthFinding> KnockAsync(CancellationToken cancellationToken) =>
        (await client.AskAsync(Guid.NewGuid().ToString(), cancellationToken)).Status switch
        {
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => new HealthFinding(
                HealthState.Refused, "Communication Services refuse the app: AcsAccessKey was changed, or a role of its identity is missing."),
            StatusCodes.Status412PreconditionFailed => new HealthFinding(
                HealthState.ClockSkew, "Communication Services say that this machine's clock is wrong."),
            0 or >= 500 => new HealthFinding(HealthState.Unreachable, "Communication Services do not answer."),
            _ => HealthFinding.Ok,
        };

    // What the service has taken is not lost any more: at worst it is asked for by a later round.
    private static MailOutcome Outcome(AcsAnswer answer) => answer.Operation switch
    {
        "Succeeded" => new MailOutcome(MailResult.Sent),
        "Failed" or "Canceled" => new MailOutcome(MailResult.Refused, FailureCodes.MailRefused),
        _ => new MailOutcome(MailResult.Running),
    };

    private async Task<MailOutcome> FollowAsync(AcsAnswer answer, string operationId, CancellationToken cancellationToken)
    {
        for (var asks = 0; asks < Asks && Outcome(answer).Result == MailResult.Running; asks++)
        {
            var wait = answer.RetryAfter ?? TimeSpan.FromSeconds(1);
            if (wait > LongestWait || cancellationToken.IsCancellationRequested)
            {
                break;
            }

            await Task.Delay(wait, realTime, CancellationToken.None);
            answer = await client.AskAsync(operationId, cancellationToken);
        }

        return Outcome(answer);
    }

    private async Task<MailOutcome> FindAsync(AcsAnswer lost, string operationId, CancellationToken cancellationToken)
    {
        // The answer may be lost because there is no more time: the question gets its own.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10), realTime);
        var found = await client.AskAsync(operationId, cancellationToken.IsCancellationRequested ? patience.Token : cancellationToken);

        // Not known now is not unknown for ever: a later round asks again. The other mails wait when nobody is there to ask.
        return found.Status == 0 || lost.Status >= 500
            ? Outcome(found) with { RetryAt = Later(lost, WhenOut).RetryAt }
            : Outcome(found);
    }

    private MailOutcome Later(AcsAnswer answer, TimeSpan otherwise) =>
        new(MailResult.NotNow, RetryAt: time.GetUtcNow() + (answer.RetryAfter ?? otherwise));
}
