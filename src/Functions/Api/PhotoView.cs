using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>The photo that a student's collection status is about, without its name in the inbox.</summary>
internal sealed record PhotoView(
    string? Sha256, DateTimeOffset UploadedAt, IReadOnlyList<string> FaultCodes, IReadOnlyList<PhotoView.Output> Outputs)
{
    public static PhotoView? Of(Student student) => student.Photo is { } photo
        ? new PhotoView(
            photo.Sha256,
            photo.Source.LastModified,
            photo.FaultCodes,
            [
                .. photo.Outputs.Select(output => new Output(
                    output.Profile,
                    BlobPhotoStore.OutputName(student.Key, output),
                    output.Sha256,
                    output.Bytes,
                    output.Width,
                    output.Height)),
            ])
        : null;

    /// <summary>A finished output and the blob that holds it, in the container <c>photos</c>.</summary>
    internal sealed record Output(string Profile, string BlobName, string Sha256, int Bytes, int Width, int Height);
}
