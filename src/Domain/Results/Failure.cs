using System.Text.Json.Serialization;

namespace PhotoFunctions.Domain.Results;

/// <summary>
/// An outcome that was expected to be possible and that somebody has to act on: a bad photo, an unknown student, a wrong cell.
/// Bugs and outages are thrown instead, so that the host tries again (docs/decisions/0004).
/// </summary>
/// <param name="Code">Stable kebab-case code, one of <see cref="FailureCodes"/>; docs/errors.md has a heading for each.</param>
/// <param name="Message">What was expected and what was received, in both languages. Holds no personal data.</param>
public sealed record Failure(string Code, BilingualText Message)
{
    /// <summary>What the rule asks for, with its unit; null when the message says it all.</summary>
    public string? Expected { get; init; }

    /// <summary>What was measured, with its unit; null when the message says it all.</summary>
    public string? Measured { get; init; }

    /// <summary>Whether a person has to judge it: such a finding does not reject a photo by itself.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>What to do about it; null where the message says it.</summary>
    [JsonIgnore]
    public BilingualText? Hint => FailureHints.Of(Code);

    internal static Failure Of(string code, string chinese, string english) => new(code, new BilingualText(chinese, english));

    internal static Failure Of(string code, string expected, string measured, string chinese, string english) =>
        Of(code, chinese, english) with { Expected = expected, Measured = measured };
}
