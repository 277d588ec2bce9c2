namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record ReminderPage(IReadOnlyList<ReminderLine> Items, string? Continuation);
