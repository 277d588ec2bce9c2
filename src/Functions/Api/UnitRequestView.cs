using PhotoFunctions.Domain.Proofing;

namespace PhotoFunctions.Functions.Api;

/// <summary>A request to the photo unit as the API shows one.</summary>
internal sealed record UnitRequestView
{
    public required string Id { get; init; }

    public required string StudentNumber { get; init; }

    public required UnitRequestKind Kind { get; init; }

    public required UnitRequestReason Reason { get; init; }

    public required string Description { get; init; }

    public required UnitRequestStatus Status { get; init; }

    public required DateTimeOffset StatusSince { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required string RequestedBy { get; init; }

    public static UnitRequestView Of(string studentNumber, UnitRequest request) => new()
    {
        Id = request.Id,
        StudentNumber = studentNumber,
        Kind = request.Kind,
        Reason = request.Reason,
        Description = request.Description,
        Status = request.Status,
        StatusSince = request.StatusSince,
        RequestedAt = request.At,
        RequestedBy = request.Person,
    };
}
