using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>All that the storage shows of one student after the storm; whichever storage it is.</summary>
internal sealed record RigPicture
{
    /// <summary>What was uploaded, in the order in which it was written.</summary>
    public required IReadOnlyList<RigVersion> Versions { get; init; }

    /// <summary>Every record of an outcome, with the ETag of the version that it is about.</summary>
    public required IReadOnlyList<(string ETag, UploadOutcome Outcome)> Outcomes { get; init; }

    public required Student Student { get; init; }

    /// <summary>The student as the decided versions alone make it; null where people decided too.</summary>
    public required Student? Folded { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>The hashes in the names of the originals that are kept, and those of their bytes.</summary>
    public required IReadOnlyDictionary<string, string> Originals { get; init; }

    /// <summary>The profile and hash in the names of the outputs that are kept, and the hashes of their bytes.</summary>
    public required IReadOnlyDictionary<(string Profile, string Sha256), string> Outputs { get; init; }

    /// <summary>What still lies in the inbox.</summary>
    public required IReadOnlyList<string> Inbox { get; init; }

    /// <summary>Writes outside of the student's own teaching point.</summary>
    public IReadOnlyList<string> ForeignWrites { get; init; } = [];

    /// <summary>What another run of every handler changed.</summary>
    public IReadOnlyList<string> ChangesByRepeating { get; init; } = [];
}
