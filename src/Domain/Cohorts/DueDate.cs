namespace PhotoFunctions.Domain.Cohorts;

/// <summary>A day that was reckoned from a calendar.</summary>
/// <param name="Date">The day (UTC+8).</param>
/// <param name="IsExpected">预计: whether holidays that nobody has published yet may still move it.</param>
public sealed record DueDate(DateOnly Date, bool IsExpected);
