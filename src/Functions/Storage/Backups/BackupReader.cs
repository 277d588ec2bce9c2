using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>Reads parts and believes nothing: what the manifest says of a part has to be true.</summary>
internal sealed class BackupReader(StorageAccount storage)
{
    /// <exception cref="BackupException">The part is missing or damaged.</exception>
    public async Task<IReadOnlyList<TableEntity>> ReadAsync(BackupPart part, CancellationToken cancellationToken)
    {
        var content = await DownloadAsync(part, cancellationToken);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) is var sha256 && sha256 != part.Sha256)
        {
            throw new BackupException($"{part.Name}: expected a file with the SHA-256 {part.Sha256} but received one with {sha256}.");
        }

        var rows = Decode(part, content);
        Check(part, rows);
        return rows;
    }

    /// <summary>What is wrong with a table's parts, each on its own and in their order; nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(BackupTable table, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        RowName? last = null;
        foreach (var part in table.Parts)
        {
            try
            {
                await ReadAsync(part, cancellationToken);
            }
            catch (BackupException ex)
            {
                faults.Add(ex.Message);
            }

            if (last is not null && part.First?.CompareTo(last) <= 0)
            {
                faults.Add($"{part.Name}: expected rows behind those of the part before but it begins at or before its last one.");
            }

            last = part.Last ?? last;
        }

        if (!table.IsComplete)
        {
            faults.Add($"{table.Name}: expected parts up to the table's end but the last one is missing.");
        }

        return faults;
    }

    private async Task<BinaryData> DownloadAsync(BackupPart part, CancellationToken cancellationToken)
    {
        try
        {
            return (await storage.Backups.GetBlobClient(part.Name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            throw new BackupException($"{part.Name}: expected this file but it is not there.");
        }
    }

    private static List<TableEntity> Decode(BackupPart part, BinaryData content)
    {
        var rows = new List<TableEntity>(part.Rows);
        try
        {
            using var gzip = new GZipStream(content.ToStream(), CompressionMode.Decompress);
            using var lines = new StreamReader(gzip, Encoding.UTF8);
            while (lines.ReadLine() is { } line)
            {
                rows.Add(RowText.Read(line));
            }

            return rows;
        }
        catch (Exception ex) when (ex is InvalidDataException or FormatException)
        {
            throw new BackupException(
                $"{part.Name}: expected compressed lines of JSON, a row each, but line {rows.Count + 1} cannot be read.");
        }
    }

    private static void Check(BackupPart part, List<TableEntity> rows)
    {
        if (rows.Count != part.Rows)
        {
            throw new BackupException($"{part.Name}: expected {part.Rows} rows but received {rows.Count}.");
        }

        var names = rows.ConvertAll(row => new RowName(row.PartitionKey, row.RowKey));
        if (names.Zip(names.Skip(1)).Any(pair => pair.First.CompareTo(pair.Second) >= 0)
            || (names.Count > 0 && (names[0] != part.First || names[^1] != part.Last)))
        {
            throw new BackupException(
                $"{part.Name}: expected the rows from the first to the last that the manifest names, in order, but found others.");
        }
    }
}
