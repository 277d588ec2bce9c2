namespace PhotoFunctions.Domain.Cohorts;

/// <summary>The days (UTC+8) on which photos are collected, both inclusive.</summary>
/// <param name="OpensOn">The first day.</param>
/// <param name="ClosesOn">The last day.</param>
public sealed record CollectionWindow(DateOnly OpensOn, DateOnly ClosesOn);
