using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Exports;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Exports;

/// <summary>
/// Writes a photo package as a zip file into a stream that only goes forward. Students are read page by page and pictures a few ahead; what
/// grows with the package is a line for each student.
/// </summary>
internal sealed class PhotoPackageFile(StudentRows students, OutputPictures pictures)
{
    public const string ContentType = "application/zip";

    private const int PicturesAhead = 8;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Leaves the stream open. Whatever it throws, a cancellation too, leaves a file that nobody takes for a whole one.</summary>
    public async Task WriteAsync(
        Stream target, PhotoPackage package, IReadOnlyList<TeachingPoint> points, CancellationToken cancellationToken)
    {
        // The zip is not disposed of after an exception: that would write the directory which makes it whole.
        var stream = new ForwardStream(target);
        var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        using var manifest = new MemoryStream();
        var rows = AddAsync(zip, package, points, cancellationToken);
        await CsvTable.WriteAsync(manifest, new TextTable(PackageManifest.FileName, PackageManifest.Headings, rows), cancellationToken);
        manifest.Position = 0;
        await using (var entry = await zip.CreateEntry(PackageManifest.FileName).OpenAsync(cancellationToken))
        {
            await manifest.CopyToAsync(entry, cancellationToken);
        }

        await zip.DisposeAsync();
        await stream.FlushAsync(cancellationToken);
    }

    // A row of the manifest for every student, once the photo stands in the zip.
    private async IAsyncEnumerable<IReadOnlyList<string>> AddAsync(
        ZipArchive zip,
        PhotoPackage package,
        IReadOnlyList<TeachingPoint> points,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = students.ListAsync(points, cancellationToken).Select(package.Add);
        await foreach (var (line, content) in lines.WithContentAsync(PicturesAhead, ReadAsync, cancellationToken))
        {
            var found = line switch
            {
                { Output: null } => line,
                _ when content is null => line.Without(LeftOutReason.PictureMissing),
                { Output: var output } when Convert.ToHexStringLower(SHA256.HashData(content)) != output.Sha256
                    => line.Without(LeftOutReason.PictureDamaged),
                _ => line,
            };
            if (found.Output is not null)
            {
                // Pictures are compressed already.
                var entry = zip.CreateEntry(found.Path, CompressionLevel.NoCompression);
                entry.LastWriteTime = found.AcceptedAt!.Value.ToOffset(China);
                await using var stream = await entry.OpenAsync(cancellationToken);
                await stream.WriteAsync(content, cancellationToken);
            }

            yield return PackageManifest.Row(found);
        }
    }

    private Task<byte[]?> ReadAsync(PackageLine line, CancellationToken cancellationToken) =>
        line.Output is { } output ? pictures.ReadAsync(line.Student, output, cancellationToken) : Task.FromResult<byte[]?>(null);
}
