namespace PhotoFunctions.Domain.Photos;

/// <summary>What became of one upload version. Every version ends in exactly one.</summary>
public enum UploadOutcome
{
    /// <summary>The photo was accepted, and is the student's photo.</summary>
    Accepted,

    /// <summary>The photo was refused, with reasons.</summary>
    Rejected,

    /// <summary>A teacher has to look.</summary>
    InReview,

    /// <summary>The same bytes were decided before with the same result.</summary>
    Unchanged,

    /// <summary>Another version of the student's photo counts instead.</summary>
    Superseded,

    /// <summary>The student's photo was accepted before, and is locked.</summary>
    PhotoLocked,

    /// <summary>The upload matched no student, or could not be processed; it is kept.</summary>
    Quarantined,
}
