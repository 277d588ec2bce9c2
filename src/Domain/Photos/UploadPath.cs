using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>
/// What an inbox blob's name says: <c>{cohort}/{teachingPoint}/{any folders}/{ID number}.{any extension}</c>. The content decides the
/// format, not the extension. Each part may be missing or wrong for itself: a wrong name is quarantined at its place.
/// </summary>
public sealed record UploadPath
{
    private UploadPath(string fileName) => MaskedFileName = Masking.MaskFileName(fileName);

    /// <summary>The cohort's code, or null when the first folder is none.</summary>
    public CohortCode? Cohort { get; private init; }

    /// <summary>The teaching point's code, or null when the second folder is none.</summary>
    public TeachingPointCode? TeachingPoint { get; private init; }

    /// <summary>The ID number, or the failure: <c>file-name-not-id</c>, <c>national-id-date</c>, <c>national-id-checksum</c>.</summary>
    public required Result<NationalId> NationalId { get; init; }

    /// <summary>Whether the blob can be asked for: the address of a name with "." or ".." for a folder is that of another name.</summary>
    public bool HasAddress { get; private init; }

    /// <summary>The file name for people, masked.</summary>
    public string MaskedFileName { get; }

    /// <summary>Reads a blob name; never fails as a whole.</summary>
    /// <param name="blobName">The name inside the container, unescaped.</param>
    /// <returns>What it says.</returns>
    public static UploadPath Parse(string blobName)
    {
        ArgumentNullException.ThrowIfNull(blobName);
        var parts = blobName.Split('/');
        var hasPlace = parts.Length >= 3;
        return new UploadPath(parts[^1])
        {
            HasAddress = !parts.Any(part => part is "." or ".."),
            Cohort = hasPlace ? CohortCode.Parse(parts[0]).Value : null,
            TeachingPoint = hasPlace ? TeachingPointCode.Parse(parts[1]).Value : null,
            NationalId = ReadId(parts[^1]),
        };
    }

    private static Result<NationalId> ReadId(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var id = Students.NationalId.Parse(dot < 0 ? fileName : fileName[..dot]);
        return id.Failure?.Code == FailureCodes.NationalIdShape ? UploadFailures.FileNameNotId : id;
    }
}
