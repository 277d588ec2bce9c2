using System.Text.Json.Serialization;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>A table in a manifest.</summary>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupPart> Parts)
{
    public int Rows => Parts.Sum(part => part.Rows);

    public RowName? First => Parts[0].First;

    public RowName? Last => Parts.LastOrDefault(part => part.Last is not null)?.Last;

    /// <summary>Whether the last part is there.</summary>
    [JsonIgnore]
    public bool IsComplete => Parts is [.., { IsEnd: true }];
}
