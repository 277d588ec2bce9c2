using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Review;

/// <summary>
/// What a person decides about the photo that this person saw. Two equal acts are one: a caller whose answer was lost may repeat it.
/// Sensitive: person and reason are stored encrypted, never logged.
/// </summary>
public sealed record ReviewAct
{
    /// <summary>Longest name of a person, in characters.</summary>
    public const int LongestPerson = 50;

    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 200;

    private const int Sha256Digits = 64;

    /// <summary>Approved, refused, appealed, granted, denied, reopened, or said not to show the person.</summary>
    public required CollectionEvent Event { get; init; }

    /// <summary>SHA-256 of the original that the person saw, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who decides, as the caller says; nobody checks it. 1 to 50 characters.</summary>
    public required string Person { get; init; }

    /// <summary>Why, in that person's words, up to 200 characters; the student reads why a photo was refused. May be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>
    /// Builds one from what a caller sent. Failures: <c>request-invalid</c> (the hash), <c>value-missing</c>, <c>value-too-long</c>,
    /// <c>control-character</c>.
    /// </summary>
    /// <param name="happened">What the person does.</param>
    /// <param name="sha256">The photo that was seen.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="reason">Why; only whoever approves or grants need not say it.</param>
    /// <returns>The act, or the failure.</returns>
    public static Result<ReviewAct> Create(CollectionEvent happened, string? sha256, string? person, string? reason)
    {
        if (!ParseSha256(sha256).Succeeded(out var hash, out var failure))
        {
            return failure;
        }

        var act = new ReviewAct { Event = happened, Sha256 = hash, Person = person?.Trim() ?? "", Reason = reason?.Trim() ?? "" };
        var needsReason = happened is not (CollectionEvent.ReviewApproved or CollectionEvent.AppealGranted);
        return act.Person.Length == 0 ? RequestFailures.Missing("by", "操作人")
            : needsReason && act.Reason.Length == 0 ? RequestFailures.Missing("reason", "原因")
            : Fault(act.Person, LongestPerson, "操作人", "name of the person") is { } ofPerson ? ofPerson
            : Fault(act.Reason, LongestReason, "原因", "reason") is { } ofReason ? ofReason
            : act;
    }

    /// <summary>Reads the SHA-256 of the original that a person saw. Failure: <c>request-invalid</c>.</summary>
    /// <param name="text">64 hexadecimal digits.</param>
    /// <returns>The digits in lower case, or the failure.</returns>
    public static Result<string> ParseSha256(string? text)
    {
        var hash = text?.ToLowerInvariant() ?? "";
        return hash.Length == Sha256Digits && hash.All(char.IsAsciiHexDigitLower) ? hash : ReviewFailures.HashShape;
    }

    /// <summary>Prints nothing that a person wrote.</summary>
    /// <returns>What was done, and to which photo.</returns>
    public override string ToString() => $"{Event} {Sha256}";

    private static Failure? Fault(string text, int longest, string chinese, string english) =>
        text.Length > longest ? RosterFailures.TooLong(chinese, english, longest, text.Length)
        : text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029') ? RosterFailures.ControlCharacter(chinese, english)
        : null;
}
