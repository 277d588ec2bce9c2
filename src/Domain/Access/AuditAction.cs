namespace PhotoFunctions.Domain.Access;

/// <summary>What somebody saw, exported or changed, as the audit trail names it.</summary>
public enum AuditAction
{
    /// <summary>One student's page, with history and findings.</summary>
    StudentViewed,

    /// <summary>A picture of a student.</summary>
    PictureViewed,

    /// <summary>Links were given to upload photos with.</summary>
    UploadLinksIssued,

    /// <summary>A cohort's settings.</summary>
    CohortChanged,

    /// <summary>A cohort's rules for photos.</summary>
    PhotoRulesChanged,

    /// <summary>A teaching point.</summary>
    TeachingPointChanged,

    /// <summary>A file of teaching points.</summary>
    TeachingPointsImported,

    /// <summary>The holidays of a year.</summary>
    HolidaysChanged,

    /// <summary>A roster.</summary>
    RosterImported,

    /// <summary>A file of results.</summary>
    ResultsImported,

    /// <summary>A student was removed.</summary>
    StudentRemoved,

    /// <summary>A decision about a photo.</summary>
    PhotoDecided,

    /// <summary>A teacher's word about the person.</summary>
    PersonConfirmed,

    /// <summary>An event of the proofing.</summary>
    ProofingRecorded,

    /// <summary>A student's own answer to the proofing question.</summary>
    ProofingAnswered,

    /// <summary>A student's own wish to get mails, or none.</summary>
    MailWishChanged,

    /// <summary>A correction of the proofing.</summary>
    ProofingCorrected,

    /// <summary>An event of the verification.</summary>
    VerificationRecorded,

    /// <summary>A correction of the verification.</summary>
    VerificationCorrected,

    /// <summary>A request to the photo unit.</summary>
    RequestOpened,

    /// <summary>A request to the photo unit went on.</summary>
    RequestAdvanced,

    /// <summary>An access key was made.</summary>
    AccessKeyCreated,

    /// <summary>An access key was replaced.</summary>
    AccessKeyRotated,

    /// <summary>An access key was taken back.</summary>
    AccessKeyRevoked,

    /// <summary>A package of photos, with ID numbers where the cohort names its files by them.</summary>
    PhotosExported,

    /// <summary>The lists of the envelopes.</summary>
    EnvelopesExported,

    /// <summary>The addresses of the teaching points.</summary>
    AddressesExported,

    /// <summary>Forms for the photo unit, with ID numbers.</summary>
    FormsExported,

    /// <summary>Where every student stands.</summary>
    StatusExported,

    /// <summary>Reminders were sent before their time of the hour.</summary>
    RemindersRun,

    /// <summary>A reminder that had failed, or of which nobody knew, was taken back to where it was due.</summary>
    ReminderResent,

    /// <summary>Somebody signed in at the pages.</summary>
    SignedIn,

    /// <summary>Somebody signed out.</summary>
    SignedOut,
}
