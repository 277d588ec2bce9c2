using System.Text.Json.Serialization;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Links;

namespace PhotoFunctions.Functions.Api;

/// <summary>The photo that a student's collection status is about, without its name in the inbox.</summary>
internal sealed record PhotoView
{
    public required string? Sha256 { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required IReadOnlyList<string> FaultCodes { get; init; }

    public required IReadOnlyList<string> DoubtCodes { get; init; }

    /// <summary>Only on a student's own page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FindingView>? Findings { get; init; }

    /// <summary>The last that a person did about it; null while nobody has.</summary>
    public required Act? LastAct { get; init; }

    public required IReadOnlyList<Output> Outputs { get; init; }

    /// <summary>Only on a student's own page: links that show its pictures for a few minutes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PictureLink>? Links { get; init; }

    public static PhotoView? Of(Student student, IReadOnlyList<FindingView>? findings = null) => student.Photo is { } photo
        ? new PhotoView
        {
            Sha256 = photo.Sha256,
            UploadedAt = photo.Source.LastModified,
            FaultCodes = photo.FaultCodes,
            DoubtCodes = photo.DoubtCodes,
            Findings = findings,
            LastAct = photo.Review is { } act ? new Act(act.Event.ToString(), act.Person, act.Reason) : null,
            Outputs =
            [
                .. photo.Outputs.Select(output => new Output(
                    output.Profile,
                    BlobPhotoStore.OutputName(student.Key, output),
                    output.Sha256,
                    output.Bytes,
                    output.Width,
                    output.Height)),
            ],
        }
        : null;

    /// <summary>What was found about the photo, and since: that a person refused it, that another student has the same picture.</summary>
    public static IReadOnlyList<FindingView> FindingsOf(Student student) => [.. FailuresOf(student).Select(FindingView.Of)];

    /// <summary>The same as the rules wrote it.</summary>
    public static IReadOnlyList<Failure> FailuresOf(Student student)
    {
        Failure[] since = [ReviewFailures.PhotoRefused, PixelFailures.PhotoDuplicateInCohort];
        var photo = student.Photo;
        var known = since.Where(finding => photo is not null && photo.FaultCodes.Concat(photo.DoubtCodes).Contains(finding.Code));
        return [.. known.Concat(photo?.Findings ?? []).DistinctBy(finding => finding.Code)];
    }

    /// <summary>What a person did: who, as the caller said it, and why.</summary>
    internal sealed record Act(string Event, string Person, string Reason);

    /// <summary>A finished output and the blob that holds it, in the container <c>photos</c>.</summary>
    internal sealed record Output(string Profile, string BlobName, string Sha256, int Bytes, int Width, int Height);
}
