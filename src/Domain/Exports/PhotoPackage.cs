using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Exports;

/// <summary>
/// 照片包: which photos a package contains, and under which names. Every student has one line, in the order in which they are added; a
/// name is never given twice, whatever the case of its letters.
/// </summary>
public sealed class PhotoPackage
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly FileNameTemplate _names;
    private readonly bool _confirmedOnly;
    private readonly bool _hasFolders;

    private PhotoPackage(FileNameTemplate names, string profile, bool confirmedOnly, bool hasFolders) =>
        (_names, Profile, _confirmedOnly, _hasFolders) = (names, profile, confirmedOnly, hasFolders);

    /// <summary>The output profile of all photos.</summary>
    public string Profile { get; }

    /// <summary>Prepares an empty package. Failure: <c>request-invalid</c> for a profile that the cohort does not have.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="profile">Name of the output profile; null for the cohort's first required one.</param>
    /// <param name="confirmedOnly">Whether a teacher must have confirmed the person.</param>
    /// <param name="hasFolders">Whether each teaching point has a folder.</param>
    /// <returns>The package, or the failure.</returns>
    public static Result<PhotoPackage> Create(Cohort cohort, string? profile, bool confirmedOnly, bool hasFolders)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var outputs = cohort.Photos.Outputs;
        var found = outputs.FirstOrDefault(output => profile is null ? output.IsRequired : output.Name == profile);
        var names = string.Join(", ", outputs.Select(output => output.Name));
        return found is null
            ? RequestFailures.Invalid($"profile应为{names}之一", $"one of {names} for profile but received another text")
            : new PhotoPackage(cohort.PhotoFileName, found.Name, confirmedOnly, hasFolders);
    }

    /// <summary>Takes a student's photo into the package, or says why not.</summary>
    /// <param name="student">The student as stored.</param>
    /// <returns>The line.</returns>
    public PackageLine Add(Student student)
    {
        ArgumentNullException.ThrowIfNull(student);
        var line = new PackageLine { Student = student.Key };
        if (student.Collection != CollectionStatus.Accepted || student.Photo is not { } photo)
        {
            return line.Without(LeftOutReason.NotAccepted);
        }

        if (_confirmedOnly && student.PersonConfirmed is null)
        {
            return line.Without(LeftOutReason.PersonUnconfirmed);
        }

        if (photo.Outputs.FirstOrDefault(output => output.Profile == Profile) is not { } output)
        {
            return line.Without(LeftOutReason.OutputUnavailable);
        }

        var name = SafeFileName.Of(_names.Fill(student));
        var path = _hasFolders ? $"{SafeFileName.Of(student.Key.TeachingPoint.Value)}/{name}" : name;
        return SafeFileName.IsTooLong(name) ? line.Without(LeftOutReason.FileNameTooLong)
            : !_taken.Add(path) ? line.Without(LeftOutReason.FileNameTaken)
            : line with { Path = path, Output = output, AcceptedAt = photo.AcceptedAt ?? student.CollectionSince };
    }
}
