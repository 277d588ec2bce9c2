using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Mail;

namespace PhotoFunctions.Functions.Health;

/// <summary>Asks whoever takes the mails, without a mail. Not often: servers count sign-ins.</summary>
internal sealed class MailProbe(IMailSender sender) : IHealthProbe
{
    public string Name => "mail";

    public TimeSpan Freshness => TimeSpan.FromMinutes(5);

    public Task<HealthFinding> AskAsync(CancellationToken cancellationToken) =>
        sender is IMailDoor door ? door.KnockAsync(cancellationToken) : Task.FromResult(HealthFinding.Ok);
}
