using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Results;

/// <summary>
/// The shape of everything that becomes a storage key: 1 to 32 characters of A–Z a–z 0–9 _ -. A citizen ID number has that shape, too, and
/// is refused: keys stand in addresses and logs.
/// </summary>
internal static partial class CodeShape
{
    internal static bool Fits(string? text) => text is not null && Shape().IsMatch(text);

    internal static Failure? Fault(string? text, string chineseName, string englishName) =>
        !Fits(text)
            ? Failure.Of(
                FailureCodes.CodeShape,
                $"{chineseName}应为1至32个字母、数字、下划线或连字符。",
                $"Expected 1 to 32 characters of A-Z a-z 0-9 _ - for the {englishName} but received another shape.")
        : NationalId.Parse(text!).Failure is null
            ? Failure.Of(
                FailureCodes.CodeIsNationalId,
                $"{chineseName}不能是身份证号。",
                $"Expected a {englishName} that is no citizen ID number but received one.")
        : null;

    [GeneratedRegex("^[A-Za-z0-9_-]{1,32}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
