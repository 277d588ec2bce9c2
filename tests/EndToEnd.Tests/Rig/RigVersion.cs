using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>One version that an uploader wrote, and what the uploader may rely on.</summary>
/// <param name="Version">The version, as the storage acknowledged it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record RigVersion(UploadVersion Version, byte[] Content)
{
    /// <summary>Whether its uploader wrote another one over it.</summary>
    public bool IsOverwritten { get; set; }

    /// <summary>Whether a worker read it and answered the host that the work is done.</summary>
    public bool IsAcknowledged { get; set; }

    /// <summary>
    /// Whether it must have an outcome. One that was overwritten before anybody answered for it need not, because the storage no longer
    /// has it; it may, if a worker got as far (docs/decisions/0015).
    /// </summary>
    public bool OwesOutcome => !IsOverwritten || IsAcknowledged;
}
