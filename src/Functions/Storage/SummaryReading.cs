using PhotoFunctions.Domain.Reports;

namespace PhotoFunctions.Functions.Storage;

/// <summary>A summary and the moment at which it was read.</summary>
internal sealed record SummaryReading(ProgressSummary Summary, DateTimeOffset AsOf);
