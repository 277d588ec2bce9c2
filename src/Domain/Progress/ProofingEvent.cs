namespace PhotoFunctions.Domain.Progress;

/// <summary>What can happen to the proofing. No name stands in another track's list: the history tells the track by it.</summary>
public enum ProofingEvent
{
    /// <summary>The photo was accepted, or the capture unit approved it: the student is asked to look.</summary>
    ProofingFellDue,

    /// <summary>正确: the student finds the picture on the national site right, whether we hold a photo by then or not.</summary>
    PictureConfirmed,

    /// <summary>有误: the student finds no picture there, or somebody else's.</summary>
    PictureDisputed,

    /// <summary>An erratum form is on its way to the capture unit.</summary>
    CorrectionRequested,

    /// <summary>The capture unit has put it right: the student has to look again.</summary>
    CorrectionMade,

    /// <summary>Nobody asks the capture unit any more: the picture is disputed as before.</summary>
    CorrectionWithdrawn,
}
