using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>Where picture files are kept: the inbox, originals, finished outputs, quarantine.</summary>
public interface IPhotoStore
{
    /// <summary>Reads an upload that is now in the inbox.</summary>
    /// <param name="blobName">Its name in the inbox.</param>
    /// <param name="maxBytes">The most that is read; of a longer upload only the facts come back.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The upload, or null when it is gone, or its name has "." or ".." for a folder and so no address.</returns>
    Task<UploadedPhoto?> OpenUploadAsync(string blobName, int maxBytes, CancellationToken cancellationToken);

    /// <summary>Keeps what a student's teaching point sent, under the hash of its bytes. Repeating it changes nothing.</summary>
    /// <param name="student">The student.</param>
    /// <param name="upload">An upload whose content was read.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task SaveOriginalAsync(StudentKey student, UploadedPhoto upload, CancellationToken cancellationToken);

    /// <summary>Reads an original that was kept.</summary>
    /// <param name="student">The student.</param>
    /// <param name="sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>All of it, or null when it is not kept.</returns>
    Task<ReadOnlyMemory<byte>?> OpenOriginalAsync(StudentKey student, string sha256, CancellationToken cancellationToken);

    /// <summary>Keeps finished outputs, each under the hash of its own bytes. Repeating it changes nothing.</summary>
    /// <param name="student">The student.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>A task that ends when all are stored.</returns>
    Task SaveOutputsAsync(StudentKey student, IReadOnlyList<NormalisedPhoto> outputs, CancellationToken cancellationToken);

    /// <summary>Keeps an upload of any size apart, as it is. Repeating it changes nothing.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>True when it is stored; false when the inbox holds another version by now, which has its own delivery.</returns>
    Task<bool> SaveQuarantinedAsync(UploadedPhoto upload, CancellationToken cancellationToken);

    /// <summary>Reads an upload that was kept apart.</summary>
    /// <param name="version">The upload version.</param>
    /// <param name="maxBytes">The most that is read; of a longer upload only the facts come back.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The upload, or null when it is not there.</returns>
    Task<UploadedPhoto?> OpenQuarantinedAsync(UploadVersion version, int maxBytes, CancellationToken cancellationToken);

    /// <summary>Deletes an upload that was kept apart and belongs to a student by now.</summary>
    /// <param name="version">The upload version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when it is gone.</returns>
    Task DeleteQuarantinedAsync(UploadVersion version, CancellationToken cancellationToken);

    /// <summary>Takes a decided version out of the inbox; leaves a newer version of the same name alone.</summary>
    /// <param name="version">The decided version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when it is gone.</returns>
    Task DeleteUploadAsync(UploadVersion version, CancellationToken cancellationToken);

    /// <summary>Lists the uploads that lie in the inbox since before an instant. It walks the whole inbox, which is kept empty.</summary>
    /// <param name="writtenBefore">The instant.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The versions, in the order of their names.</returns>
    IAsyncEnumerable<UploadVersion> ListUploadsAsync(DateTimeOffset writtenBefore, CancellationToken cancellationToken);
}
