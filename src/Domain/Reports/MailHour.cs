namespace PhotoFunctions.Domain.Reports;

/// <summary>How many mails were taken out of this hour of the clock, by all cohorts together.</summary>
/// <param name="Provider">Who takes the mails.</param>
/// <param name="Used">How many were taken; 0 where there is no limit, because nothing is written down there.</param>
/// <param name="Limit">How many the provider takes in an hour; null for any number.</param>
public sealed record MailHour(string Provider, int Used, int? Limit);
