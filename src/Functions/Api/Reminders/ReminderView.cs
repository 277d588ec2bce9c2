using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Storage.Reminders;

namespace PhotoFunctions.Functions.Api.Reminders;

/// <summary>A line of the ledger of mails as the API shows one.</summary>
internal sealed record ReminderView
{
    public required string Id { get; init; }

    public required ReminderKind Kind { get; init; }

    public required string? TeachingPoint { get; init; }

    public required string? StudentNumber { get; init; }

    public required DateOnly OccasionOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public required ReminderStatus Status { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public required string? Code { get; init; }

    public required string? Provider { get; init; }

    public required string? OperationId { get; init; }

    public static ReminderView Of(ReminderEntry line) => new()
    {
        Id = ReminderEntityMapping.IdOf(line.Key),
        Kind = line.Key.Kind,
        TeachingPoint = line.Key.TeachingPoint?.Value,
        StudentNumber = line.Key.Student?.Value,
        OccasionOn = line.Key.Occasion.On,
        DueOn = line.DueOn,
        Status = line.Status,
        Since = line.Since,
        PlannedAt = line.PlannedAt,
        Code = line.Code,
        Provider = line.Provider,
        OperationId = line.OperationId,
    };
}
