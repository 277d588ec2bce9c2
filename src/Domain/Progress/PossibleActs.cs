using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What somebody can do to a student now. The deciders are asked, so that a page offers nothing that they would refuse.</summary>
public sealed record PossibleActs
{
    // Long enough for the rules, and nobody's own words: what is tried here is never recorded.
    private const string AnyWord = "-";

    private static readonly string NoPhoto = new('0', 64);

    /// <summary>Acts about the photo.</summary>
    public required IReadOnlyList<CollectionEvent> Photo { get; init; }

    /// <summary>Whether the photo can be said to show the student, by somebody who has not said so yet.</summary>
    public required bool ConfirmsPerson { get; init; }

    /// <summary>Events of the proofing.</summary>
    public required IReadOnlyList<ProofingEvent> Proofing { get; init; }

    /// <summary>Statuses of the proofing to which a wrong one can be set right.</summary>
    public required IReadOnlyList<ProofingStatus> ProofingCorrections { get; init; }

    /// <summary>Events of the verification.</summary>
    public required IReadOnlyList<VerificationEvent> Verification { get; init; }

    /// <summary>Statuses of the verification to which a wrong one can be set right.</summary>
    public required IReadOnlyList<VerificationStatus> VerificationCorrections { get; init; }

    /// <summary>The acts that are possible.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="rules">Who may answer for the student.</param>
    /// <param name="actor">Whose credential it is.</param>
    /// <param name="person">Who would act, where that is known by a name that the history could take.</param>
    /// <param name="at">The moment.</param>
    /// <returns>All that would change something, and be refused by no rule about where the student stands.</returns>
    public static PossibleActs Of(Student student, ProofingRules rules, Actors actor, string? person, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(rules);
        var sha256 = student.Photo?.Sha256 ?? NoPhoto;
        var by = Attribution.Create(actor, person, AnyWord, needsReason: false).Value
            ?? Attribution.Create(actor, AnyWord, AnyWord, needsReason: false).Value!;
        return new PossibleActs
        {
            Photo = [.. Enum.GetValues<CollectionEvent>().Where(MayDecide)],
            ConfirmsPerson = Changes(PersonDecider.Confirm(student, sha256, by, at).Value),
            Proofing =
            [
                .. Enum.GetValues<ProofingEvent>().Where(happened => rules.Admit(happened, actor).Failure is null
                    && Changes(ProofingDecider.Decide(student, happened, by, at).Value)),
            ],
            ProofingCorrections =
                [.. Enum.GetValues<ProofingStatus>().Where(to => Changes(ProofingDecider.Correct(student, to, by, at).Value))],
            Verification =
            [
                .. Enum.GetValues<VerificationEvent>()
                    .Where(happened => Changes(VerificationDecider.Decide(student, happened, by, at).Value)),
            ],
            VerificationCorrections =
                [.. Enum.GetValues<VerificationStatus>().Where(to => Changes(VerificationDecider.Correct(student, to, by, at).Value))],
        };

        bool MayDecide(CollectionEvent happened) =>
            ReviewAct.Create(happened, sha256, by.Person, by.Reason).Value is { } act
            && ReviewDecider.Decide(student, act, actor, at).Value is { History: not null };
    }

    private static bool Changes(StudentChange? change) => change is { IsNothing: false };
}
