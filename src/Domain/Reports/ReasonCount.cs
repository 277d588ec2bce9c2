namespace PhotoFunctions.Domain.Reports;

/// <summary>How many students stand at Rejected for a fault.</summary>
/// <param name="Code">The fault's code, one of <see cref="Results.FailureCodes"/>.</param>
/// <param name="Students">How many.</param>
public sealed record ReasonCount(string Code, int Students);
