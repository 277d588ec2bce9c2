using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What the acceptance of a photo brings with it in the other tracks.</summary>
public static class AcceptanceConsequences
{
    /// <summary>
    /// The proofing falls due where the cohort starts it from the acceptance; a verdict about an earlier photo is forgotten. Each only
    /// once: a photo that takes the place of an accepted one brings nothing.
    /// </summary>
    /// <param name="before">The student before the decision.</param>
    /// <param name="after">The student after it.</param>
    /// <param name="start">From when the cohort's proofing counts.</param>
    /// <param name="at">When it was decided.</param>
    /// <returns>The student after the consequences too, with a line of history for each.</returns>
    public static StudentChange Of(Student before, Student after, ProofingStart start, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Collection == CollectionStatus.Accepted || after.Collection != CollectionStatus.Accepted)
        {
            return StudentChange.None(after);
        }

        after = after with { Photo = after.Photo is { AcceptedAt: null } photo ? photo with { AcceptedAt = at } : after.Photo };
        var change = VerificationDecider.Renew(after, at) ?? StudentChange.None(after);
        if (start != ProofingStart.Acceptance || after.Proofing != ProofingStatus.NotDue)
        {
            return change;
        }

        var due = ProofingDecider.FallDue(change.Student, ChinaTime.DateAt(at), Attribution.Pipeline, at);
        return StudentChange.To(due.Student, [.. change.History, .. due.History]);
    }
}
