using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>All that a student's page shows.</summary>
public sealed record StudentDetail
{
    public required Cohort Cohort { get; init; }

    /// <summary>The student's teaching point.</summary>
    public required TeachingPoint Point { get; init; }

    public required Student Student { get; init; }

    /// <summary>The original first; none without a photo.</summary>
    public required IReadOnlyList<ShownPicture> Pictures { get; init; }

    /// <summary>What was found about the photo.</summary>
    public required IReadOnlyList<Failure> Findings { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>What the photo unit is asked for, oldest first.</summary>
    public required IReadOnlyList<UnitRequest> Requests { get; init; }

    /// <summary>What whoever looks can do.</summary>
    public required PossibleActs Possible { get; init; }

    /// <summary>What has just been done; null for nothing.</summary>
    public StudentAct? Done { get; init; }

    /// <summary>What has just been refused; null for nothing.</summary>
    public StudentAct? Refused { get; init; }

    /// <summary>Why it was refused.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What came with it.</summary>
    public ActInput Input { get; init; } = new();
}
