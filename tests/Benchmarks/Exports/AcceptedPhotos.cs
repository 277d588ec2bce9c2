using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using PhotoFunctions.Benchmarks.Scale;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Benchmarks.Exports;

/// <summary>Students with accepted photos, put into storage as the pipeline leaves them.</summary>
internal sealed class AcceptedPhotos(string connectionString, DataKeys keys)
{
    private const int PictureBytes = 9000;
    private const int LargestBatch = 100;
    private const int PutsAtOnce = 16;
    private static readonly DateTimeOffset At = new(2023, 4, 20, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Returns how many bytes the pictures have in all.</summary>
    public async Task<long> PutAsync(string cohort, int photos, int points, CancellationToken cancellationToken)
    {
        var table = new TableClient(connectionString, "Students");
        var container = new BlobContainerClient(connectionString, "photos");
        var mapping = new StudentEntityMapping(keys);
        for (var point = 0; point < points; point++)
        {
            foreach (var batch in Enumerable.Range(0, photos).Where(index => index % points == point).Chunk(LargestBatch))
            {
                var rows = batch.Select(index => new TableTransactionAction(
                    TableTransactionActionType.Add, mapping.ToEntity(StudentOf(cohort, index, Roster.PointOf(index % points)))));
                await table.SubmitTransactionAsync(rows, cancellationToken);
            }
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = PutsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, photos, options, async (index, token) =>
        {
            var student = StudentOf(cohort, index, Roster.PointOf(index % points));
            await container.GetBlobClient(BlobPhotoStore.OutputName(student.Key, student.Photo!.Outputs[0]))
                .UploadAsync(BinaryData.FromBytes(PictureOf(index)), token);
        });
        return (long)photos * PictureBytes;
    }

    private static byte[] PictureOf(int index)
    {
        var content = new byte[PictureBytes];
        new Random(index).NextBytes(content);
        return content;
    }

    private static Student StudentOf(string cohort, int index, string point)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(PictureOf(index)));
        return new Student
        {
            Key = new StudentKey(
                CohortCode.Parse(cohort).Value!, TeachingPointCode.Parse(point).Value!, StudentNumber.Parse(Roster.NumberOf(index)).Value!),
            Profile = new StudentProfile { Name = $"学生{index}", NationalId = NationalId.Parse(Roster.IdOf(index)).Value! },
            EnrolledAt = At,
            Collection = CollectionStatus.Accepted,
            CollectionSince = At,
            Photo = new DecidedPhoto
            {
                Source = new UploadVersion($"{cohort}/{point}/{index}.jpg", "0x1", At),
                Sha256 = sha256,
                Outputs = [new StoredOutput("platform-120x160", sha256, PictureBytes, 120, 160)],
                AcceptedAt = At,
            },
        };
    }
}
