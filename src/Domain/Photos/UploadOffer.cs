using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>
/// A file for which a link may be given: what the pipeline would send to quarantine for its name, or reject for its length, is refused
/// before it is sent. Whether a student has the ID number is not asked here: photos may come before the roster.
/// </summary>
public sealed partial record UploadOffer
{
    /// <summary>Most files of one request.</summary>
    public const int MostFiles = 500;

    // With the longest codes before it, a blob's name stays below the 1,024 characters that storage allows.
    private const int LongestName = 900;

    // An address has 254 parts in Azure at most.
    private const int MostFolders = 50;

    private UploadOffer(string blobName) => BlobName = blobName;

    /// <summary>The blob's name in the inbox, unescaped. Sensitive: it holds an ID number.</summary>
    public string BlobName { get; }

    /// <summary>
    /// Decides about each file of a request. One student has one photo, so a second file for the same ID number is refused, in whatever
    /// folder and spelling: which of the two counts would be left to chance.
    /// </summary>
    /// <param name="cohort">The cohort, whose rules for photos say how long a file may be.</param>
    /// <param name="point">The teaching point whose students the photos show.</param>
    /// <param name="files">The files, in the order in which they were asked for.</param>
    /// <returns>
    /// For each file, in the same order, the offer or the failure: <c>value-missing</c>, <c>value-too-long</c>, <c>control-character</c>,
    /// <c>upload-name-unusable</c>, <c>file-name-not-id</c>, <c>national-id-…</c>, <c>file-empty</c>, <c>file-too-large</c>,
    /// <c>upload-repeated</c>.
    /// </returns>
    public static IReadOnlyList<Result<UploadOffer>> Decide(Cohort cohort, TeachingPointCode point, IReadOnlyList<OfferedFile?> files)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(files);
        var taken = new HashSet<NationalId>();
        return [.. files.Select(file => Decide(cohort, point, file, taken))];
    }

    private static Result<UploadOffer> Decide(Cohort cohort, TeachingPointCode point, OfferedFile? file, HashSet<NationalId> taken)
    {
        if (string.IsNullOrWhiteSpace(file?.Name))
        {
            return RequestFailures.Missing("name", "文件名");
        }

        if (FaultOf(file.Name) is { } fault)
        {
            return fault;
        }

        var blobName = $"{cohort.Code}/{point}/{file.Name}";
        if (!UploadPath.Parse(blobName).NationalId.Succeeded(out var id, out var failure))
        {
            return failure;
        }

        return file.Bytes is not { } bytes ? RequestFailures.Missing("bytes", "文件大小")
            : bytes <= 0 ? PhotoFailures.Empty
            : bytes > cohort.Photos.MaxBytes ? PhotoFailures.TooLarge(cohort.Photos.MaxBytes, bytes)
            : taken.Add(id) ? new UploadOffer(blobName)
            : UploadFailures.Repeated;
    }

    private static Failure? FaultOf(string name) =>
        PlainText.Fault(name, LongestName, "文件名", "file name") is { } fault ? fault
        : name.Contains('\\', StringComparison.Ordinal) || Escape().IsMatch(name) || !IsStorable(name)
            || name.Count(c => c == '/') > MostFolders
            || name.Split('/').Any(part => string.IsNullOrWhiteSpace(part) || part.EndsWith('.'))
            ? UploadFailures.NameUnusable
        : null;

    // Half a character becomes another one in an address; the last two of the plane have no place in a list of names.
    private static bool IsStorable(string name) => !name.EnumerateRunes().Any(rune => rune.Value is 0xFFFD or 0xFFFE or 0xFFFF);

    // A name that somebody has escaped already, by mistake or on purpose, would be read as another one somewhere on its way.
    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Escape();
}
