using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>The answers as they stand in forms and in the history.</summary>
public static class ProofingAnswers
{
    private static readonly Dictionary<string, ProofingAnswer> ByCode = new()
    {
        ["correct"] = ProofingAnswer.Correct,
        ["no-picture"] = ProofingAnswer.NoPicture,
        ["not-me"] = ProofingAnswer.NotMe,
        ["wrong-details"] = ProofingAnswer.WrongDetails,
    };

    /// <summary>All of them, in the order in which people read them.</summary>
    public static IReadOnlyList<ProofingAnswer> All { get; } = [.. ByCode.Values];

    /// <summary>The answer's stable name.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>For example <c>not-me</c>.</returns>
    public static string CodeOf(ProofingAnswer answer) => ByCode.First(pair => pair.Value == answer).Key;

    /// <summary>Reads what <see cref="CodeOf"/> wrote.</summary>
    /// <param name="code">The text.</param>
    /// <returns>The answer, or null for another text.</returns>
    public static ProofingAnswer? TryParse(string? code) =>
        code is not null && ByCode.TryGetValue(code, out var answer) ? answer : null;

    /// <summary>What an answer does to the proofing.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The event.</returns>
    public static ProofingEvent EventOf(ProofingAnswer answer) =>
        answer == ProofingAnswer.Correct ? ProofingEvent.PictureConfirmed : ProofingEvent.PictureDisputed;

    /// <summary>The answer that counts now.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="history">The student's history, oldest first.</param>
    /// <returns>The answer; null while there is none, and where a dispute came without saying what is wrong.</returns>
    public static ProofingAnswer? Given(Student student, IEnumerable<HistoryEntry> history)
    {
        ArgumentNullException.ThrowIfNull(student);
        return student.Proofing switch
        {
            ProofingStatus.Confirmed => ProofingAnswer.Correct,
            ProofingStatus.Disputed or ProofingStatus.Correcting => TryParse(
                history.LastOrDefault(line => line.To == nameof(ProofingStatus.Disputed) && line.From != line.To)?.Details),
            _ => null,
        };
    }
}
