using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.College.FileImports;

/// <summary>A file that was previewed or written, and what came of it.</summary>
public sealed record ImportTry
{
    /// <summary>The file's name; empty where none was chosen.</summary>
    public required string FileName { get; init; }

    /// <summary>The day of the file, as it was chosen; null for none.</summary>
    public required string? Day { get; init; }

    /// <summary>The SHA-256 of the file's bytes, which a writing has to have too.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether the file was to be written; a preview otherwise.</summary>
    public required bool IsWriting { get; init; }

    /// <summary>What it does; null where it was refused.</summary>
    public ImportReport? Report { get; init; }

    /// <summary>Why it was refused as a whole; null where it was not.</summary>
    public Failure? Failure { get; init; }
}
