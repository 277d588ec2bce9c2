using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What one row says of its student; exactly one of the three is there.</summary>
internal sealed record ReportedResult
{
    internal DateOnly? ApprovedOn { get; init; }

    internal ImportedResult<ProofingStatus>? Proofing { get; init; }

    internal ImportedResult<VerificationStatus>? Verification { get; init; }

    /// <summary>Of several rows about one student the greatest counts: a closed case, else the newest.</summary>
    internal (bool Closes, long Ticks) Rank => (
        Verification?.Status == VerificationStatus.Filed,
        Verification?.At.UtcTicks ?? Proofing?.At.UtcTicks ?? ApprovedOn!.Value.DayNumber);

    /// <summary>What it says, but for the day; null for an approval, which says no more than its day.</summary>
    internal Enum? Status => Verification is not null ? Verification.Status : Proofing?.Status;

    internal Result<ResultDecision> Decide(Student student, ProofingStart start, DateTimeOffset at) =>
        Verification is not null ? VerificationDecider.Import(student, Verification, at)
        : Proofing is not null ? ProofingDecider.Import(student, Proofing, at)
        : ProofingDecider.Approve(student, ApprovedOn!.Value, start, at);
}
