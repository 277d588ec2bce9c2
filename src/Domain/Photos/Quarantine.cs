using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>Puts an upload that matches no student apart: content first, then the record, so that a crash loses neither.</summary>
/// <param name="photos">Where pictures are kept.</param>
/// <param name="students">Where the records are kept.</param>
/// <param name="time">The clock.</param>
public sealed class Quarantine(IPhotoStore photos, IStudentStore students, TimeProvider time)
{
    /// <summary>Keeps and records an upload; a repeat changes nothing. The upload itself stays in the inbox.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="path">What its name says.</param>
    /// <param name="owner">What the path led to.</param>
    /// <param name="reason">Why it is put apart.</param>
    /// <param name="cancellationToken">Ends the writes.</param>
    /// <returns>True when it is kept; false when the inbox holds another version by now.</returns>
    public async Task<bool> KeepAsync(
        UploadedPhoto upload, UploadPath path, UploadOwner.Found owner, Failure reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(owner);
        if (!await photos.SaveQuarantinedAsync(upload, cancellationToken))
        {
            return false;
        }

        var unmatched = new UnmatchedUpload
        {
            Version = upload.Version,
            Place = owner.Place,
            NationalId = path.NationalId.Value,
            MaskedFileName = path.MaskedFileName,
            At = time.GetUtcNow(),
            Reason = reason,
        };
        await students.RecordUnmatchedAsync(unmatched, cancellationToken);
        return true;
    }
}
