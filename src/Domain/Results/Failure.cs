namespace PhotoFunctions.Domain.Results;

/// <summary>
/// An outcome that was expected to be possible and that somebody has to act on: a bad photo, an unknown student, a wrong cell.
/// Bugs and outages are thrown instead, so that the host tries again (docs/decisions/0004).
/// </summary>
/// <param name="Code">Stable kebab-case code, one of <see cref="FailureCodes"/>; docs/errors.md has a heading for each.</param>
/// <param name="Message">What was expected and what was received, in both languages. Holds no personal data.</param>
public sealed record Failure(string Code, BilingualText Message)
{
    internal static Failure Of(string code, string chinese, string english) => new(code, new BilingualText(chinese, english));
}
