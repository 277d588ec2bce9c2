using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>What must hold after recovery, whatever happened before. Each violation is a sentence.</summary>
internal static class RigInvariants
{
    public static IReadOnlyList<string> Violations(RigPicture picture) =>
    [
        .. OutcomeViolations(picture),
        .. FoldViolations(picture),
        .. FileViolations(picture),
        .. HistoryViolations(picture),
        .. picture.Inbox.Select(name => $"The inbox still holds {name[^8..]}."),
        .. picture.ForeignWrites.Select(write => $"A worker wrote outside of the student's teaching point: {write}."),
        .. picture.ChangesByRepeating.Select(change => $"Running the handlers again changed something: {change}."),
    ];

    private static IEnumerable<string> OutcomeViolations(RigPicture picture)
    {
        foreach (var (version, index) in picture.Versions.Select((version, index) => (version, index)))
        {
            var outcomes = picture.Outcomes.Where(record => record.ETag == version.Version.ETag).ToArray();
            if (outcomes.Length == 0 && version.OwesOutcome)
            {
                yield return $"Version {index} has no outcome.";
            }
            else if (outcomes.Length > 1)
            {
                yield return $"Version {index} has {outcomes.Length} outcomes: {string.Join(", ", outcomes.Select(each => each.Outcome))}.";
            }
        }

        foreach (var record in picture.Outcomes.Where(record => picture.Versions.All(version => version.Version.ETag != record.ETag)))
        {
            yield return $"An outcome {record.Outcome} is recorded for a version that nobody uploaded.";
        }
    }

    private static IEnumerable<string> FoldViolations(RigPicture picture)
    {
        if (picture.Folded is not { } folded)
        {
            yield break;
        }

        var (stands, ought) = (Summary(picture.Student), Summary(folded));
        if (stands != ought)
        {
            yield return $"The student is not the fold of the versions: {stands} instead of {ought}.";
        }

        if (picture.Student is { Collection: CollectionStatus.Accepted, Photo: { } photo }
            && !picture.Outcomes.Any(
                record => record.ETag == photo.Source.ETag && record.Outcome is UploadOutcome.Accepted or UploadOutcome.Unchanged))
        {
            yield return "The version that the accepted photo came from has another outcome.";
        }
    }

    private static IEnumerable<string> FileViolations(RigPicture picture)
    {
        foreach (var (name, actual) in picture.Originals.Where(file => file.Key != file.Value))
        {
            yield return $"The original {name[..8]} holds the bytes of {actual[..8]}.";
        }

        foreach (var (name, actual) in picture.Outputs.Where(file => file.Key.Sha256 != file.Value))
        {
            yield return $"The output {name.Profile} {name.Sha256[..8]} holds the bytes of {actual[..8]}.";
        }

        if (picture.Student is not { Collection: CollectionStatus.Accepted or CollectionStatus.InReview, Photo: { } photo })
        {
            yield break;
        }

        if (photo.Sha256 is not { } sha256 || !picture.Originals.ContainsKey(sha256))
        {
            yield return "The original of the student's photo is missing.";
        }

        if (photo.Outputs.Count == 0 || photo.Outputs.Any(output => !picture.Outputs.ContainsKey((output.Profile, output.Sha256))))
        {
            yield return "An output of the student's photo is missing.";
        }
    }

    private static IEnumerable<string> HistoryViolations(RigPicture picture)
    {
        string? broken = null;
        try
        {
            var replayed = StudentHistory.Replay(picture.History);
            if (replayed != picture.Student.Standing)
            {
                broken = $"The history ends at {replayed} but the student stands at {picture.Student.Standing}.";
            }
        }
        catch (InvalidDataException exception)
        {
            broken = exception.Message;
        }

        return broken is null ? [] : [broken];
    }

    private static string Summary(Student student) => student.Photo is not { } photo
        ? student.Collection.ToString()
        : $"{student.Collection} {photo.Source} {photo.Sha256?[..8]} [{string.Join(' ', photo.FaultCodes)}] "
            + $"[{string.Join(' ', photo.DoubtCodes)}] {string.Join(' ', photo.Outputs.Select(output => output.Sha256[..8]).Order())}";
}
