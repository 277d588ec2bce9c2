namespace PhotoFunctions.Domain.Photos;

/// <summary>One version of one uploaded blob. An overwrite is another version, with its own delivery.</summary>
/// <param name="BlobName">The name inside the inbox container. Sensitive: it holds a citizen ID number.</param>
/// <param name="ETag">The version's ETag, as the service prints it without quotes.</param>
/// <param name="LastModified">When it was written, to the second.</param>
public sealed record UploadVersion(string BlobName, string ETag, DateTimeOffset LastModified)
{
    /// <summary>
    /// Whether this version, just read from the inbox, is newer than one that was decided before. Deliveries may be reordered, so
    /// the order is that of the writes: LastModified first; within the same second two names by ordinal order, and of one name the
    /// version that is now in the inbox.
    /// </summary>
    /// <param name="decided">A version decided before.</param>
    /// <returns>True when this one is newer.</returns>
    public bool IsNewerThan(UploadVersion decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        return LastModified != decided.LastModified
            ? LastModified > decided.LastModified
            : string.CompareOrdinal(BlobName, decided.BlobName) >= 0;
    }

    /// <summary>Prints no name.</summary>
    /// <returns>The ETag.</returns>
    public override string ToString() => ETag;
}
