using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Functions.Storage;

/// <summary>How many students stand where.</summary>
internal sealed class StudentCounts
{
    public int Students { get; private set; }

    public Dictionary<StudentStage, int> Stages { get; } = Enum.GetValues<StudentStage>().ToDictionary(stage => stage, _ => 0);

    public Dictionary<CollectionStatus, int> Collection { get; } =
        Enum.GetValues<CollectionStatus>().ToDictionary(status => status, _ => 0);

    public void Add(StudentStage stage, CollectionStatus collection)
    {
        Students++;
        Stages[stage]++;
        Collection[collection]++;
    }

    public void Add(StudentCounts other)
    {
        Students += other.Students;
        foreach (var (stage, count) in other.Stages)
        {
            Stages[stage] += count;
        }

        foreach (var (status, count) in other.Collection)
        {
            Collection[status] += count;
        }
    }
}
