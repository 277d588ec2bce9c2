namespace PhotoFunctions.Domain.Review;

/// <summary>Why a person has to look at a photo.</summary>
public enum ReviewKind
{
    /// <summary>The pipeline found something that only a person can judge; the teaching point decides.</summary>
    Findings,

    /// <summary>A teaching point questions a rejection; an administrator decides.</summary>
    Appeal,
}
