using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>Reads from the real storage what the invariants are about, past the app's own readers of ledgers and blobs.</summary>
internal static class RigObserver
{
    private static readonly string[] Kept = ["originals", "photos"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What the student looks like, and what another run of every handler changes about it.</summary>
    /// <param name="student">The student.</param>
    /// <param name="fold">Makes the student anew of the decided versions; by default with the judgements of the lane's codec.</param>
    public static async Task<RigPicture> ObserveAsync(
        RigStudent student, Func<Student, IReadOnlyList<RigVersion>, Task<Student>>? fold = null)
    {
        var before = await SnapshotAsync(student);
        var callsBefore = student.Calls.Count;
        var picture = await PictureAsync(student, fold ?? FoldOf(student.Lane));
        await student.RepeatAsync();
        var after = await SnapshotAsync(student);
        return picture with
        {
            ForeignWrites = ForeignWrites(student),
            ChangesByRepeating =
            [
                .. before.Except(after).Select(line => $"gone is {line}"),
                .. after.Except(before).Select(line => $"new is {line}"),
                .. student.Calls.Skip(callsBefore).Where(IsAboutStudents).Select(call => call.ToString()),
            ],
        };
    }

    private static Func<Student, IReadOnlyList<RigVersion>, Task<Student>> FoldOf(RigLane lane) => (stored, decided) =>
        VersionFold.ApplyAsync(stored, lane.Cohort, decided, lane.Alive.Services.GetRequiredService<PhotoJudge>(), Stop);

    private static async Task<RigPicture> PictureAsync(
        RigStudent student, Func<Student, IReadOnlyList<RigVersion>, Task<Student>> fold)
    {
        var (lane, rows) = (student.Lane, await RowsAsync(student));
        var stored = new StudentEntityMapping(lane.Keys).ToStudent(rows.Single(row => row.RowKey[..2] == "s~"));
        var outcomes = rows.Where(row => row.RowKey[..2] is "u~" or "q~")
            .Select(row => (row.GetString("UploadETag"), Enum.Parse<UploadOutcome>(row.GetString("Outcome"))))
            .ToArray();
        var decided = student.Versions.Where(version => outcomes.Any(
            record => record.Item1 == version.Version.ETag && record.Item2 != UploadOutcome.Quarantined));
        var lines = rows.Where(row => row.RowKey[..2] == "h~").OrderBy(row => row.RowKey, StringComparer.Ordinal);
        var inbox = await BlobsAsync(student, "uploads", $"{student.Key.Cohort}/{student.Key.TeachingPoint}/");
        return new RigPicture
        {
            Versions = student.Versions,
            Outcomes = outcomes,
            Student = stored,
            Folded = await fold(stored, [.. decided]),
            History = [.. lines.Select(new HistoryEntityMapping(lane.Keys).ToEntry)],
            Originals = await HashesAsync(student, "originals", name => name.Split('.')[0]),
            Outputs = await HashesAsync(student, "photos", name => (Profile: name.Split('.')[1], Sha256: name.Split('.')[0])),
            Inbox = [.. inbox.Select(blob => blob.Name)],
        };
    }

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(RigStudent student)
    {
        var rows = new List<TableEntity>();
        var own = TableKeys.Partition(student.Key);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {own} or PartitionKey eq {TableKeys.NoPlace}");
        await foreach (var row in student.Lane.Students.QueryAsync<TableEntity>(filter, cancellationToken: Stop))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static async Task<IReadOnlyList<BlobItem>> BlobsAsync(RigStudent student, string container, string prefix)
    {
        var blobs = new List<BlobItem>();
        var source = student.Lane.Blobs.GetBlobContainerClient(container);
        await foreach (var blob in source.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, Stop))
        {
            blobs.Add(blob);
        }

        return blobs;
    }

    private static string FolderOf(RigStudent student) => $"{student.Key.Cohort}/{student.Key.Number}/";

    private static async Task<IReadOnlyDictionary<T, string>> HashesAsync<T>(RigStudent student, string container, Func<string, T> read)
        where T : notnull
    {
        var hashes = new Dictionary<T, string>();
        foreach (var blob in await BlobsAsync(student, container, FolderOf(student)))
        {
            var content = await student.Lane.Blobs.GetBlobContainerClient(container).GetBlobClient(blob.Name).DownloadContentAsync(Stop);
            hashes[read(blob.Name[FolderOf(student).Length..])] = Convert.ToHexStringLower(SHA256.HashData(content.Value.Content));
        }

        return hashes;
    }

    // Rows with all that the service knows of them, and blobs by their ETags: a write of the same is a change too.
    private static async Task<IReadOnlyList<string>> SnapshotAsync(RigStudent student)
    {
        var lines = (await RowsAsync(student)).Select(row => $"{row.PartitionKey} {row.RowKey} {row.ETag}").ToList();
        foreach (var container in Kept)
        {
            lines.AddRange((await BlobsAsync(student, container, FolderOf(student))).Select(blob => Line(container, blob)));
        }

        lines.AddRange((await BlobsAsync(student, "quarantine", "")).Select(blob => Line("quarantine", blob)));
        return lines;

        static string Line(string container, BlobItem blob) => $"{container} {blob.Name} {blob.Properties.ETag}";
    }

    // A write, but for the timer's one to the register: minutes after the last student was enrolled, the note of it goes.
    private static bool IsAboutStudents(StorageCall call) =>
        call.HasWritten && !(call.Method == "DELETE" && call.Partitions is [TableKeys.Changed]);

    private static IReadOnlyList<string> ForeignWrites(RigStudent student)
    {
        var own = TableKeys.Partition(student.Key);
        return [.. student.Calls.Where(call => IsAboutStudents(call) && !IsOwn(call)).Select(call => call.ToString())];

        bool IsOwn(StorageCall call) => call.Partitions.Count > 0
            ? call.Partitions.All(partition => partition == own)
            : call.Path.StartsWith($"uploads/{student.Key.Cohort}/{student.Key.TeachingPoint}/", StringComparison.Ordinal)
                || Kept.Any(container => call.Path.StartsWith($"{container}/{FolderOf(student)}", StringComparison.Ordinal))
                || call.Path.StartsWith("quarantine/", StringComparison.Ordinal);
    }
}
