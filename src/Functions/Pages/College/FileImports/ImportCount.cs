using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.College.FileImports;

/// <summary>How many rows of a file do one thing.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Name">What they do, in a word or two.</param>
/// <param name="Meaning">The same in a sentence.</param>
public sealed record ImportCount(int Rows, BilingualText Name, BilingualText Meaning);
