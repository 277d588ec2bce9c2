using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.TestKit.Contracts;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Reminders;

/// <summary>The fake that the rounds are tested on does what the real ledger does.</summary>
public sealed class FakeReminderLedgerTests : ReminderLedgerContract
{
    protected override IReminderLedger Ledger { get; } = new InMemoryReminderLedger(new FaultPlan());
}
