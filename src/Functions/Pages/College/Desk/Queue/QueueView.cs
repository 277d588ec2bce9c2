using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Pages.College.Students;

namespace PhotoFunctions.Functions.Pages.College.Desk.Queue;

/// <summary>All that a page of a queue shows.</summary>
public sealed record QueueView
{
    public required QueueKind Queue { get; init; }

    public required Cohort Cohort { get; init; }

    public required TeachingPoint Point { get; init; }

    /// <summary>Whose turn it is; null at the end.</summary>
    public required Student? Student { get; init; }

    /// <summary>The original first.</summary>
    public required IReadOnlyList<ShownPicture> Pictures { get; init; }

    /// <summary>What was found about the photo.</summary>
    public required IReadOnlyList<Failure> Findings { get; init; }

    /// <summary>What whoever looks can decide about the photo.</summary>
    public required IReadOnlyList<CollectionEvent> Possible { get; init; }

    /// <summary>How many wait behind.</summary>
    public required int Behind { get; init; }

    /// <summary>How many were passed over.</summary>
    public required int Before { get; init; }

    /// <summary>What has just been done; null for nothing.</summary>
    public StudentAct? Done { get; init; }

    /// <summary>To whom something was done, or refused.</summary>
    public StudentNumber? Last { get; init; }

    /// <summary>What has just been refused; null for nothing.</summary>
    public StudentAct? Refused { get; init; }

    /// <summary>Why it was refused.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What came with it, for the same student.</summary>
    public ActInput Input { get; init; } = new();
}
