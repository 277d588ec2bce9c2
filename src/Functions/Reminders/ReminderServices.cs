using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Api.Reminders;
using PhotoFunctions.Functions.DeadlineReminderDue;
using PhotoFunctions.Functions.Mail;
using PhotoFunctions.Functions.ProofingReminderDue;
using PhotoFunctions.Functions.Storage.Reminders;
using PhotoFunctions.Functions.VerificationReminderDue;

namespace PhotoFunctions.Functions.Reminders;

/// <summary>Everything that reminders are made of.</summary>
internal static class ReminderServices
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton<IReminderLedger, TableReminderLedger>()
        .AddSingleton<ReminderLists>()
        .AddSingleton<IReminderStudents, TableReminderStudents>()
        .AddSingleton(MailSenders.Create)
        .AddSingleton<TableMailQuota>()
        .AddSingleton<IMailQuota>(all => all.GetRequiredService<TableMailQuota>())
        .AddSingleton<ReminderCounts>()
        .AddSingleton(MailWriter.Create)
        .AddSingleton<ReminderPlanning>()
        .AddSingleton<ReminderDrafting>()
        .AddSingleton<ReminderDelivery>()
        .AddSingleton<ReminderRound>()
        .AddSingleton<ReminderPreview>()
        .AddSingleton<ReminderResend>()
        .AddScoped<ReminderActs>()
        .AddSingleton<ReminderRounds>()
        .AddSingleton<DeadlineReminderDueFunction>()
        .AddSingleton<ProofingReminderDueFunction>()
        .AddSingleton<VerificationReminderDueFunction>();
}
