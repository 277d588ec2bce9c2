namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record ReminderCount(string Kind, int Mails);
