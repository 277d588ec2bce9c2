namespace PhotoFunctions.Domain.Proofing;

/// <summary>Where a request to the photo unit stands.</summary>
public enum UnitRequestStatus
{
    /// <summary>Recorded, and not on its way yet.</summary>
    Open,

    /// <summary>On its way to the unit.</summary>
    Sent,

    /// <summary>The unit has done it.</summary>
    Done,

    /// <summary>It is not needed any more.</summary>
    Withdrawn,
}
