using System.Text.Json;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>
/// What is known of a part: a file with the rows of a table that follow those of the part before. It is written in the file's own metadata,
/// so that whoever goes on needs nothing else, and in the manifest.
/// </summary>
internal sealed record BackupPart
{
    private const string MetadataName = "part";

    public required string Name { get; init; }

    public required int Rows { get; init; }

    /// <summary>SHA-256 of the file, in hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The first row; null when there is none.</summary>
    public RowName? First { get; init; }

    /// <summary>The last row; null when there is none.</summary>
    public RowName? Last { get; init; }

    /// <summary>Whether the table had no more rows.</summary>
    public required bool IsEnd { get; init; }

    /// <summary>When the reading of its rows began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The names of the encryption keys that its rows need.</summary>
    public required IReadOnlyList<string> EncryptionKeys { get; init; }

    // Base64, because metadata travels in headers and table keys need not be ASCII.
    public Dictionary<string, string> ToMetadata() => new()
    {
        [MetadataName] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this)),
    };

    public static BackupPart FromMetadata(IDictionary<string, string> metadata) =>
        JsonSerializer.Deserialize<BackupPart>(Convert.FromBase64String(metadata[MetadataName]))!;
}
