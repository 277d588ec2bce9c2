using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Verification;

/// <summary>Reads the authority's verdict out of what stands in a cell.</summary>
internal static partial class VerificationText
{
    /// <summary>Reads a column that holds nothing but verdicts. Failure: <c>result-unknown</c>.</summary>
    /// <param name="text">The cell.</param>
    /// <returns>The verdict, <see cref="VerificationStatus.Pending"/> for none yet; or the failure.</returns>
    internal static Result<VerificationStatus> Read(string text)
    {
        var found = Words().Matches(text.Trim()).Select(StatusOf).ToHashSet();
        return string.IsNullOrWhiteSpace(text) ? VerificationStatus.Pending
            : found.Count == 1 ? found.Single()
            : found.Contains(VerificationStatus.Pending) ? Unknown(text, found)
            // A case that is filed, or looked at by hand, failed before: the cell tells both.
            : found.Contains(VerificationStatus.Filed) ? VerificationStatus.Filed
            : found.Contains(VerificationStatus.InReview) && !found.Contains(VerificationStatus.Passed) ? VerificationStatus.InReview
            : Unknown(text, found);
    }

    /// <summary>
    /// Whether a remark (<c>bz</c>), which may be about anything, is about the verification or is nothing but a verdict.
    /// </summary>
    internal static bool IsAboutVerification(string remark) =>
        Subject().IsMatch(remark) || (Words().Match(remark.Trim()) is { Success: true } word && word.Value == remark.Trim());

    /// <summary>Whether a verdict's word stands in a text.</summary>
    internal static bool HasVerdict(string remark) => Words().IsMatch(remark.Trim());

    private static Failure Unknown(string text, HashSet<VerificationStatus> found) =>
        ResultFailures.Unknown(text.Trim().Length, [.. found.Order().Cast<Enum>()]);

    private static VerificationStatus StatusOf(Match word) =>
        Enum.Parse<VerificationStatus>(word.Groups.Values.Skip(1).First(group => group.Success).Name);

    // At one place the longer word stands before the shorter one that begins it; "未通过" begins before "通过" and takes it along. What is
    // denied in other words ("无法通过", "不完全一致") says nothing: a wrong "passed" would hide a student who is locked out.
    [GeneratedRegex(
        "(?<Filed>已备案|备案通过|备案完成|(?<![a-z] ?)filed(?! ?[a-z]))"
        + "|(?<InReview>复核中|待复核|正在复核|(?<![a-z] ?)in ?review(?! ?[a-z]))"
        + "|(?<Failed>未通过|不通过|没有通过|没通过|未能通过|不一致|失败|(?<![a-z] ?)failed(?! ?[a-z]))"
        + "|(?<Uncertain>不确定|无法确定|(?<![a-z] ?)uncertain(?! ?[a-z]))"
        + "|(?<Abnormal>(?<![无没未][^,,。;;、\\s]{0,2})异常|(?<![a-z] ?)abnormal(?! ?[a-z]))"
        + "|(?<Pending>待核验|未核验|核验中|待比对|未比对|比对中|(?<![a-z] ?)pending(?! ?[a-z]))"
        + "|(?<Passed>(?<![不未没无非难](?!(有|能)?(通过|一致))[^,,。;;、\\s]{0,4})(通过|一致|(?<![a-z] ?)passed(?! ?[a-z])))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    [GeneratedRegex("核验|比对|人像|复核|备案")]
    private static partial Regex Subject();
}
