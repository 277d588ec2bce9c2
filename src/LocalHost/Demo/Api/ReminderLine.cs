namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record ReminderLine(
    string Kind, string? TeachingPoint, string? StudentNumber, string Status, DateTimeOffset Since, DateOnly OccasionOn, string? OperationId);
