using Azure.Core;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Mail.Acs;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Mail;

/// <summary>The one place that knows all providers.</summary>
internal static class MailSenders
{
    public static IMailSender Create(IServiceProvider services)
    {
        var settings = services.GetRequiredService<MailSettings>();
        var time = services.GetRequiredService<TimeProvider>();
        return settings.Provider switch
        {
            MailProvider.Outbox => new OutboxMailSender(services.GetRequiredService<StorageAccount>(), settings, time),
            MailProvider.Acs => new AcsMailSender(
                new AcsClient(settings.Acs!, services.GetRequiredService<TokenCredential>(), services.GetRealTime()), settings, time, services.GetRealTime()),
            _ => new SmtpMailSender(settings, time),
        };
    }
}
