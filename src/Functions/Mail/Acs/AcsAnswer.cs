namespace PhotoFunctions.Functions.Mail.Acs;

/// <summary>What Communication Services answered, or that they did not.</summary>
internal sealed record AcsAnswer
{
    /// <summary>The status code of the last answer; 0 without one.</summary>
    public int Status { get; init; }

    /// <summary>Whether another attempt may have come through before this answer, or instead of one.</summary>
    public bool MayHaveArrivedBefore { get; init; }

    /// <summary>How far the operation is: NotStarted, Running, Succeeded, Failed, Canceled; null when the service did not say.</summary>
    public string? Operation { get; init; }

    /// <summary>How long the service asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
