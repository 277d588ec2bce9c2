namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>Where a row stands in its table. Tables are in the ordinal order of their partitions, then of their rows.</summary>
internal sealed record RowName(string PartitionKey, string RowKey) : IComparable<RowName>
{
    public int CompareTo(RowName? other) =>
        other is null ? 1
        : string.CompareOrdinal(PartitionKey, other.PartitionKey) is var order and not 0 ? order
        : string.CompareOrdinal(RowKey, other.RowKey);
}
