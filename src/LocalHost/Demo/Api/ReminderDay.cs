namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record ReminderDay(DateOnly Date, IReadOnlyList<ReminderCount> Counts);
