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

    /// <summary>Who did it: <c>pipeline</c>, <c>admin</c>, …</summary>
    public required string By { get; init; }

    /// <summary>Codes of the findings, or another short remark without personal data.</summary>
    public string Details { get; init; } = "";
}
