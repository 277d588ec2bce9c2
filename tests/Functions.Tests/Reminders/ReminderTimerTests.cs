using PhotoFunctions.Functions.Tests.Api.Reminders;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Reminders;

/// <summary>The timers, on a storage of their own: they look after all cohorts.</summary>
public sealed class ReminderTimerTests
{
    [Fact]
    public async Task Send_what_is_due_at_captured_invocations_and_not_again()
    {
        await using var storage = await StorageEmulator.StartAsync(TestContext.Current.CancellationToken);
        using var due = await ReminderCase.OpenAsync(storage.ConnectionString, "RT1");

        foreach (var (file, mails) in new[] { ("timer.json", 2), ("timer-retry.json", 2) })
        {
            foreach (var function in new[] { "ProofingReminderDue", "VerificationReminderDue", "DeadlineReminderDue" })
            {
                Assert.True((await due.App.InvokeAsync(function, HostPayloads.Body(file))).IsSuccessStatusCode);
            }

            Assert.Equal(mails, await due.CountMailsAsync());
        }

        Assert.Single(due.App.LogLines, line => line.Contains("2 fell due, 2 sent", StringComparison.Ordinal));
    }
}
