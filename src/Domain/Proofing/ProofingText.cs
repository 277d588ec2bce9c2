using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>Reads a student's answer out of what stands in a cell.</summary>
internal static partial class ProofingText
{
    /// <summary>Reads a column that holds nothing but answers. Failure: <c>result-unknown</c>.</summary>
    /// <param name="text">The cell.</param>
    /// <returns>Confirmed or disputed, <see cref="ProofingStatus.NotDue"/> for no answer yet; or the failure.</returns>
    internal static Result<ProofingStatus> Read(string text)
    {
        var found = Words().Matches(text.Trim()).Select(StatusOf).ToHashSet();
        return string.IsNullOrWhiteSpace(text) ? ProofingStatus.NotDue
            : found.Count == 1 ? found.Single()
            : ResultFailures.Unknown(text.Trim().Length, [.. found.Order().Cast<Enum>()]);
    }

    private static ProofingStatus StatusOf(Match word) =>
        Enum.Parse<ProofingStatus>(word.Groups.Values.Skip(1).First(group => group.Success).Name);

    // What is denied in other words ("未发现错误", "不太正确") says nothing.
    [GeneratedRegex(
        "(?<Confirmed>没有错误|无错误|无误|校对通过|^confirmed$)"
        + "|(?<Disputed>不正确|无图像|没有图像|无照片|非本人|不是本人|(?<![不未没无非][^,,。;;、\\s]{0,3})(有误|错误)|^disputed$)"
        + "|(?<NotDue>未校对|待校对|未确认|待确认|^pending$)"
        + "|(?<Confirmed>(?<![不未没无非][^,,。;;、\\s]{0,3})正确)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
