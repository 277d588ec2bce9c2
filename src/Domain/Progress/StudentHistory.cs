using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Progress;

/// <summary>Reads where a student stands from nothing but the lines of the history.</summary>
public static class StudentHistory
{
    /// <summary>The event of a line that sets a wrong proofing status right.</summary>
    public const string ProofingCorrected = "ProofingCorrected";

    /// <summary>The event of a line that sets a wrong verification status right.</summary>
    public const string VerificationCorrected = "VerificationCorrected";

    /// <summary>
    /// Replays a history through the tables of <see cref="StudentLifecycle"/>. Lines that moved no track are passed over, but for the
    /// one of a removal: whoever is enrolled anew begins anew. Tracks do not depend on each other, so lines of different tracks may
    /// stand in any order.
    /// </summary>
    /// <param name="lines">The lines, oldest first.</param>
    /// <returns>Where the student stands after the last line.</returns>
    /// <exception cref="InvalidDataException">A line does not follow from the lines before it: a bug, not a student's case.</exception>
    public static Standing Replay(IEnumerable<HistoryEntry> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Aggregate(Standing.Initial, Replay);
    }

    private static Standing Replay(Standing standing, HistoryEntry line)
    {
        if (line.To is null)
        {
            return line.Event == StudentRemoval.Removed ? Standing.Initial : standing;
        }

        if (Enum.TryParse<CollectionEvent>(line.Event, out var collection))
        {
            return standing with
            {
                Collection = Follow(line, standing.Collection, StudentLifecycle.Apply(standing.Collection, collection)),
            };
        }

        if (Enum.TryParse<ProofingEvent>(line.Event, out var proofing))
        {
            return standing with { Proofing = Follow(line, standing.Proofing, StudentLifecycle.Apply(standing.Proofing, proofing)) };
        }

        if (Enum.TryParse<VerificationEvent>(line.Event, out var verification))
        {
            return standing with
            {
                Verification = Follow(line, standing.Verification, StudentLifecycle.Apply(standing.Verification, verification)),
            };
        }

        return line.Event switch
        {
            ProofingCorrected => standing with { Proofing = Follow(line, standing.Proofing, Corrected(line, standing.Proofing)) },
            VerificationCorrected => standing with
            {
                Verification = Follow(line, standing.Verification, Corrected(line, standing.Verification)),
            },
            _ => throw Broken(line),
        };
    }

    private static Result<T> Corrected<T>(HistoryEntry line, T from)
        where T : struct, Enum => Enum.TryParse<T>(line.To, out var to) ? StudentLifecycle.Correct(from, to) : throw Broken(line);

    private static T Follow<T>(HistoryEntry line, T from, Result<T> applied)
        where T : struct, Enum =>
        line.From == from.ToString() && applied.Succeeded(out var to, out _) && line.To == to.ToString() ? to : throw Broken(line);

    private static InvalidDataException Broken(HistoryEntry line) =>
        new($"A line of history does not follow from the lines before it: {line.Event} from {line.From} to {line.To}.");
}
