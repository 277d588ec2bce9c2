namespace PhotoFunctions.Domain.Results;

/// <summary>The same sentence for the people of the college (zh-CN) and for developers (English). Holds no personal data.</summary>
/// <param name="Chinese">The zh-CN sentence.</param>
/// <param name="English">The English sentence.</param>
public sealed record BilingualText(string Chinese, string English);
