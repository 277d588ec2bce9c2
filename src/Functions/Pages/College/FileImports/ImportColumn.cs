using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.College.FileImports;

/// <summary>A column that a file has, or may have.</summary>
/// <param name="Heading">The heading that the page names first.</param>
/// <param name="Others">Other headings that say the same, parted by commas.</param>
/// <param name="IsRequired">Whether a file without it is refused.</param>
/// <param name="Note">What is to be known about its cells.</param>
public sealed record ImportColumn(string Heading, string Others, bool IsRequired, BilingualText? Note = null);
