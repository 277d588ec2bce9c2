namespace PhotoFunctions.Domain.Progress;

/// <summary>What can happen to a student's photo.</summary>
public enum CollectionEvent
{
    /// <summary>A photo passed every check.</summary>
    PhotoAccepted,

    /// <summary>A photo failed at least one check.</summary>
    PhotoRejected,

    /// <summary>A photo has no fault, but something that only a person can judge.</summary>
    PhotoSentToReview,

    /// <summary>
    /// A photo that was uploaded before the accepted one, but delivered after it, passed every check and takes its place.
    /// </summary>
    EarlierPhotoAccepted,

    /// <summary>A person found a photo in review to be good.</summary>
    ReviewApproved,

    /// <summary>A person found a photo in review to be bad.</summary>
    ReviewRefused,

    /// <summary>A teaching point questions why a photo was rejected.</summary>
    AppealOpened,

    /// <summary>An administrator upheld the appeal: the photo is good.</summary>
    AppealGranted,

    /// <summary>An administrator turned the appeal down: the photo stays rejected.</summary>
    AppealDenied,

    /// <summary>An administrator unlocked an accepted photo, so that another one can be sent.</summary>
    PhotoReopened,

    /// <summary>A teacher says that the accepted photo shows somebody else.</summary>
    PersonDenied,

    /// <summary>Another student of the cohort has the same picture, or nearly so: a person has to look, also at an accepted photo.</summary>
    DuplicateFound,
}
