using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Review;

namespace PhotoFunctions.Domain.Reports;

/// <summary>What somebody has to see to: why photos are rejected, what waits for a person, whose verification is in trouble.</summary>
public sealed class OpenMatters
{
    /// <summary>So many students in trouble are named at most; the counts are about all of them.</summary>
    public const int MostCases = 50;

    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly SortedSet<VerificationCase> _trouble = new(VerificationCase.LongestFirst);

    /// <summary>For each fault's code how many students stand at Rejected for it; a photo may have several faults.</summary>
    public IReadOnlyDictionary<string, int> Reasons => _reasons;

    /// <summary>What waits for a person.</summary>
    public WaitingCounts Waiting { get; private set; } = new(0, 0, 0);

    /// <summary>Those in trouble who have waited longest, in that order.</summary>
    public IReadOnlyCollection<VerificationCase> Trouble => _trouble;

    internal void Add(StudentStanding student, TeachingPointCode point)
    {
        foreach (var code in student.Collection == CollectionStatus.Rejected ? student.FaultCodes : [])
        {
            _reasons[code] = _reasons.GetValueOrDefault(code) + 1;
        }

        Waiting = Waiting.Plus(new WaitingCounts(
            student.Review == ReviewKind.Findings ? 1 : 0,
            student.Review == ReviewKind.Appeal ? 1 : 0,
            student is { Collection: CollectionStatus.Accepted, IsPersonConfirmed: false } ? 1 : 0));
        if (student.IsInTrouble)
        {
            Keep(new VerificationCase(student.Number, point, student.Verification, student.VerificationSince ?? student.EnrolledAt));
        }
    }

    internal void Add(OpenMatters other)
    {
        foreach (var (code, count) in other._reasons)
        {
            _reasons[code] = _reasons.GetValueOrDefault(code) + count;
        }

        Waiting = Waiting.Plus(other.Waiting);
        foreach (var one in other._trouble)
        {
            Keep(one);
        }
    }

    private void Keep(VerificationCase one)
    {
        _trouble.Add(one);
        if (_trouble.Count > MostCases)
        {
            _trouble.Remove(_trouble.Max!);
        }
    }
}
