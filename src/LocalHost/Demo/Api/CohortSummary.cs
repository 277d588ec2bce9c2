namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record CohortSummary(int Students, IReadOnlyDictionary<string, int> Collection);
