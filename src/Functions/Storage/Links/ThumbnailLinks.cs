using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Links;

/// <summary>Links to one small picture each of many students, for lists. They are as good, and for as long, as <see cref="PictureLinks"/>.</summary>
internal sealed class ThumbnailLinks(StorageAccount storage, SignedLinks links)
{
    private const string Sha256 = "PhotoSha256";
    private const string Outputs = "PhotoOutputs";
    private const string Findings = "PhotoFindings";

    private static readonly string[] Columns =
        ["PartitionKey", "RowKey", "StudentNumber", Sha256, Outputs, Findings, StudentEntityMapping.FingerprintColumn];

    /// <summary>
    /// For each of these students whom the teaching point has, and who have a photo that was decoded, the smallest output, or the
    /// original where there is none. What was not decoded may be anything, and is shown to nobody in a list.
    /// </summary>
    public async Task<IReadOnlyDictionary<StudentNumber, PictureLink>> CreateAsync(
        CohortCode cohort, TeachingPointCode point, IEnumerable<StudentNumber> students, CancellationToken cancellationToken)
    {
        var pictures = await storage.Students
            .FindAsync(TableKeys.Partition(cohort, point), [.. students.Select(TableKeys.Student)], Columns, cancellationToken)
            .Select(PictureOf)
            .OfType<Picture>()
            .ToListAsync(cancellationToken);
        var signed = await links.SignAsync(
            [.. pictures.Select(picture => (picture.Blob, picture.Allowed))], PictureLinks.Lifetime, cancellationToken);
        return pictures.Zip(signed).ToDictionary(
            pair => pair.First.Student, pair => new PictureLink(pair.First.Name, pair.Second.Url, pair.Second.ExpiresAt));
    }

    private Picture? PictureOf(TableEntity row)
    {
        var key = StudentEntityMapping.KeyOf(row);
        var outputs = row.GetString(Outputs) is { } stored ? JsonSerializer.Deserialize<StoredOutput[]>(stored)! : [];
        if (outputs.MinBy(output => output.Bytes) is { } smallest)
        {
            return new Picture(
                key.Number,
                smallest.Profile,
                storage.Photos.GetBlobClient(BlobPhotoStore.OutputName(key, smallest)),
                PictureLinks.Allowed($"{key.Number}-{smallest.Profile}.jpg", "image/jpeg"));
        }

        if (row.GetString(Sha256) is not { Length: > 0 } sha256 || row.GetString(StudentEntityMapping.FingerprintColumn) is not { Length: > 0 })
        {
            return null;
        }

        var isPng = JsonSerializer.Deserialize<Failure[]>(row.GetString(Findings) ?? "[]")!
            .Any(finding => finding.Code == FailureCodes.FormatPngNote);
        var kind = isPng ? "png" : "jpeg";
        return new Picture(
            key.Number,
            OutputProfile.OriginalName,
            storage.Originals.GetBlobClient(BlobPhotoStore.OriginalName(key, sha256)),
            PictureLinks.Allowed($"{key.Number}-{OutputProfile.OriginalName}.{(isPng ? "png" : "jpg")}", $"image/{kind}"));
    }

    private sealed record Picture(StudentNumber Student, string Name, BlobClient Blob, BlobSasBuilder Allowed);
}
