using System.Text.RegularExpressions;

namespace PhotoFunctions.Domain.Results;

/// <summary>The shape of everything that becomes a storage key: 1 to 32 characters of A–Z a–z 0–9 _ -.</summary>
internal static partial class CodeShape
{
    internal static bool Fits(string? text) => text is not null && Shape().IsMatch(text);

    internal static Failure Failure(string chineseName, string englishName) => Results.Failure.Of(
        FailureCodes.CodeShape,
        $"{chineseName}应为1至32个字母、数字、下划线或连字符。",
        $"Expected 1 to 32 characters of A-Z a-z 0-9 _ - for the {englishName} but received another shape.");

    [GeneratedRegex("^[A-Za-z0-9_-]{1,32}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
