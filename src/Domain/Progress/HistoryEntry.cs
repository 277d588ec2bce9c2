namespace PhotoFunctions.Domain.Progress;

/// <summary>One line of a student's history; lines are only ever appended.</summary>
public sealed record HistoryEntry
{
    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, a stable name such as <c>PhotoAccepted</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The status before; null when no status was touched.</summary>
    public string? From { get; init; }

    /// <summary>The status after; null when no status was touched.</summary>
    public string? To { get; init; }

    /// <summary>Who did it, by the credential: <c>pipeline</c>, <c>admin</c>, …</summary>
    public required string By { get; init; }

    /// <summary>Codes of the findings, or another short remark without personal data.</summary>
    public string Details { get; init; } = "";

    /// <summary>SHA-256 of the photo that a person decided about; null when no person did.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Who decided, as the caller said it; nobody has checked it. Sensitive: stored encrypted. Null when no person did.</summary>
    public string? Person { get; init; }

    /// <summary>Why, in that person's words. Sensitive: stored encrypted. Null when none was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Prints nothing that a person wrote.</summary>
    /// <returns>What happened, and the statuses.</returns>
    public override string ToString() => $"{Event} {From} {To} {Details}";
}
