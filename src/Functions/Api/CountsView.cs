using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reports;

namespace PhotoFunctions.Functions.Api;

/// <summary>How many students of a group stand where.</summary>
internal abstract record CountsView
{
    protected CountsView(StatusCounts counts) =>
        (Students, Stages, Collection, Proofing, Verification, Overdue) =
        (counts.Students, counts.Stages, counts.Collection, counts.Proofing, counts.Verification, counts.Overdue);

    public int Students { get; }

    public IReadOnlyDictionary<StudentStage, int> Stages { get; }

    public IReadOnlyDictionary<CollectionStatus, int> Collection { get; }

    public IReadOnlyDictionary<ProofingStatus, int> Proofing { get; }

    public IReadOnlyDictionary<VerificationStatus, int> Verification { get; }

    public OverdueCounts Overdue { get; }
}
