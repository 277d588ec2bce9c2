using System.Text.Json.Serialization;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Reports;

/// <summary>How many students of a group stand where; every stage and status has a number, 0 among them.</summary>
public sealed class StatusCounts
{
    private readonly Dictionary<StudentStage, int> _stages = Zeros<StudentStage>();
    private readonly Dictionary<CollectionStatus, int> _collection = Zeros<CollectionStatus>();
    private readonly Dictionary<ProofingStatus, int> _proofing = Zeros<ProofingStatus>();
    private readonly Dictionary<VerificationStatus, int> _verification = Zeros<VerificationStatus>();

    /// <summary>Counts of nobody.</summary>
    public StatusCounts()
    {
    }

    /// <summary>Counts that were kept somewhere.</summary>
    /// <param name="students">All students of the group.</param>
    /// <param name="stages">By stage.</param>
    /// <param name="collection">采集.</param>
    /// <param name="proofing">校对.</param>
    /// <param name="verification">身份核验.</param>
    /// <param name="overdue">Those who are late.</param>
    [JsonConstructor]
    public StatusCounts(
        int students,
        IReadOnlyDictionary<StudentStage, int> stages,
        IReadOnlyDictionary<CollectionStatus, int> collection,
        IReadOnlyDictionary<ProofingStatus, int> proofing,
        IReadOnlyDictionary<VerificationStatus, int> verification,
        OverdueCounts overdue)
    {
        (Students, Overdue) = (students, overdue);
        AddEach(_stages, stages);
        AddEach(_collection, collection);
        AddEach(_proofing, proofing);
        AddEach(_verification, verification);
    }

    /// <summary>All students of the group.</summary>
    public int Students { get; private set; }

    /// <summary>By stage; adds up to <see cref="Students"/>.</summary>
    public IReadOnlyDictionary<StudentStage, int> Stages => _stages;

    /// <summary>采集; adds up to <see cref="Students"/>.</summary>
    public IReadOnlyDictionary<CollectionStatus, int> Collection => _collection;

    /// <summary>校对; adds up to <see cref="Students"/>.</summary>
    public IReadOnlyDictionary<ProofingStatus, int> Proofing => _proofing;

    /// <summary>身份核验; adds up to <see cref="Students"/>.</summary>
    public IReadOnlyDictionary<VerificationStatus, int> Verification => _verification;

    /// <summary>Those who are late.</summary>
    public OverdueCounts Overdue { get; private set; } = new(0, 0);

    internal void Add(StudentStanding student, OverdueCounts overdue)
    {
        Students++;
        _stages[student.Stage]++;
        _collection[student.Collection]++;
        _proofing[student.Proofing]++;
        _verification[student.Verification]++;
        Overdue = Overdue.Plus(overdue);
    }

    internal void Add(StatusCounts other)
    {
        Students += other.Students;
        AddEach(_stages, other._stages);
        AddEach(_collection, other._collection);
        AddEach(_proofing, other._proofing);
        AddEach(_verification, other._verification);
        Overdue = Overdue.Plus(other.Overdue);
    }

    private static void AddEach<T>(Dictionary<T, int> sum, IReadOnlyDictionary<T, int> counts)
        where T : struct, Enum
    {
        foreach (var (status, count) in counts)
        {
            sum[status] += count;
        }
    }

    private static Dictionary<T, int> Zeros<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(status => status, _ => 0);
}
