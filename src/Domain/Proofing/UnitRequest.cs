using System.Globalization;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>
/// 勘误, 补印: what the photo unit is asked to do for a student. Sensitive: person and description are stored encrypted, never logged.
/// </summary>
public sealed record UnitRequest
{
    /// <summary>Longest description, in characters.</summary>
    public const int LongestDescription = 200;

    /// <summary>When it was recorded; it tells a student's requests apart.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Names it among the student's requests: 19 digits.</summary>
    public string Id => At.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>What is asked for.</summary>
    public required UnitRequestKind Kind { get; init; }

    /// <summary>Why.</summary>
    public required UnitRequestReason Reason { get; init; }

    /// <summary>What the unit has to know, 1 to 200 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Who asked, as the caller says; nobody has checked it.</summary>
    public required string Person { get; init; }

    /// <summary>Where it stands.</summary>
    public UnitRequestStatus Status { get; init; } = UnitRequestStatus.Open;

    /// <summary>Since when.</summary>
    public required DateTimeOffset StatusSince { get; init; }

    /// <summary>Whether the unit has still to do something.</summary>
    public bool IsUnfinished => Status is UnitRequestStatus.Open or UnitRequestStatus.Sent;

    /// <summary>Prints nothing that a person wrote.</summary>
    /// <returns>Kind, reason and status.</returns>
    public override string ToString() => $"{Kind} {Reason} {Status}";
}
