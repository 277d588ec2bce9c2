using PhotoFunctions.Functions.Health;

namespace PhotoFunctions.Functions.Mail;

/// <summary>A provider that can be asked whether it would take mails from the app.</summary>
internal interface IMailDoor
{
    Task<HealthFinding> KnockAsync(CancellationToken cancellationToken);
}
