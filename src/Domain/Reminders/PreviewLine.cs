namespace PhotoFunctions.Domain.Reminders;

/// <summary>A mail that a day would bring.</summary>
/// <param name="Key">Which mail.</param>
/// <param name="DueOn">The day (UTC+8) on which it falls due.</param>
/// <param name="LeftOut">Why it would not be sent: <c>mail-address-missing</c> or <c>mail-opted-out</c>; null when it would.</param>
/// <param name="Status">What the ledger says already; null when it says nothing.</param>
public sealed record PreviewLine(ReminderKey Key, DateOnly DueOn, string? LeftOut, ReminderStatus? Status);
