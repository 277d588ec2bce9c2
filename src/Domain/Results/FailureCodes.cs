namespace PhotoFunctions.Domain.Results;

/// <summary>Every code that a <see cref="Failure"/> may carry. Codes are stable: clients and ledgers keep them.</summary>
public static class FailureCodes
{
    // Names and places

    /// <summary>The file name is not an 18-character citizen ID number.</summary>
    public const string FileNameNotId = "file-name-not-id";

    /// <summary>A citizen ID number was expected and the text has another shape.</summary>
    public const string NationalIdShape = "national-id-shape";

    /// <summary>The birth date inside the citizen ID number does not exist.</summary>
    public const string NationalIdDate = "national-id-date";

    /// <summary>The last character of the citizen ID number is not its check character.</summary>
    public const string NationalIdChecksum = "national-id-checksum";

    /// <summary>The region of the citizen ID number is not a known one (a warning only).</summary>
    public const string NationalIdRegion = "national-id-region";

    /// <summary>The path does not name a known cohort and teaching point.</summary>
    public const string PlaceUnknown = "place-unknown";

    /// <summary>No student with this citizen ID number at this teaching point.</summary>
    public const string StudentUnknown = "student-unknown";

    /// <summary>The photo came before the collection window opened.</summary>
    public const string WindowNotOpen = "window-not-open";

    /// <summary>The photo came after the collection window closed.</summary>
    public const string WindowClosed = "window-closed";

    // Photos

    /// <summary>The file has no content.</summary>
    public const string FileEmpty = "file-empty";

    /// <summary>The file is larger than the byte cap.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>The content is no picture at all.</summary>
    public const string NotAnImage = "not-an-image";

    /// <summary>The content is a picture in a format other than JPEG and PNG.</summary>
    public const string FormatNotSupported = "format-not-supported";

    /// <summary>The picture file ends before the picture does.</summary>
    public const string PhotoTruncated = "photo-truncated";

    /// <summary>The decoder reported damage inside the picture.</summary>
    public const string PhotoDamaged = "photo-damaged";

    /// <summary>A progressive JPEG with more scans than any camera writes.</summary>
    public const string PhotoTooManyScans = "photo-too-many-scans";

    /// <summary>More pixels in all than the cap.</summary>
    public const string PhotoTooManyPixels = "photo-too-many-pixels";

    /// <summary>One side has more pixels than the cap.</summary>
    public const string PhotoSideTooLong = "photo-side-too-long";

    /// <summary>Fewer pixels than a required output needs.</summary>
    public const string PhotoTooSmall = "photo-too-small";

    /// <summary>The width to height ratio is further off than a crop may mend.</summary>
    public const string PhotoAspect = "photo-aspect";

    /// <summary>A greyscale picture where colour is required.</summary>
    public const string PhotoGreyscale = "photo-greyscale";

    /// <summary>A CMYK (print) picture where RGB is required.</summary>
    public const string PhotoCmyk = "photo-cmyk";

    /// <summary>A picture with see-through parts.</summary>
    public const string PhotoTransparent = "photo-transparent";

    /// <summary>A required output cannot be written within its byte window.</summary>
    public const string OutputBytes = "output-bytes";

    /// <summary>JPEG was expected; an accepted PNG carries this as a note.</summary>
    public const string FormatPngNote = "format-png-note";

    /// <summary>No face was found.</summary>
    public const string FaceMissing = "face-missing";

    /// <summary>More than one face was found.</summary>
    public const string FaceSeveral = "face-several";

    /// <summary>Nobody could look for a face on this machine; a person has to.</summary>
    public const string FaceNotChecked = "face-not-checked";

    /// <summary>The picture lies on its side or stands on its head.</summary>
    public const string PhotoSideways = "photo-sideways";

    /// <summary>A QR code was uploaded instead of a portrait.</summary>
    public const string QrCodeUploaded = "qr-code-uploaded";

    /// <summary>The background has another colour than the accepted ones.</summary>
    public const string BackgroundColour = "background-colour";

    /// <summary>The background is not even.</summary>
    public const string BackgroundUneven = "background-uneven";

    /// <summary>One side of the background differs from the other.</summary>
    public const string BackgroundShaded = "background-shaded";

    /// <summary>The clothes have the colour of the background.</summary>
    public const string ClothesBlue = "clothes-blue";

    /// <summary>The face is not sharp.</summary>
    public const string PhotoBlurred = "photo-blurred";

    /// <summary>The face is too small for the check of sharpness.</summary>
    public const string SharpnessNotChecked = "sharpness-not-checked";

    /// <summary>The face is under-exposed.</summary>
    public const string FaceDark = "face-dark";

    /// <summary>Parts of the face are over-exposed.</summary>
    public const string FaceGlare = "face-glare";

    /// <summary>One half of the face is lighter than the other.</summary>
    public const string FaceLightUneven = "face-light-uneven";

    /// <summary>The head leans.</summary>
    public const string HeadTilted = "head-tilted";

    /// <summary>The crown is too high or too low in the picture.</summary>
    public const string CrownOutside = "crown-outside";

    /// <summary>The eyes are too high or too low in the picture.</summary>
    public const string EyeLineOutside = "eye-line-outside";

    /// <summary>Another student of the teaching point has the same picture, or nearly so.</summary>
    public const string PhotoDuplicate = "photo-duplicate";

    /// <summary>Another student of the cohort, at whatever teaching point, has the same picture, or nearly so.</summary>
    public const string PhotoDuplicateInCohort = "photo-duplicate-in-cohort";

    /// <summary>The same picture was rejected before.</summary>
    public const string PhotoResubmitted = "photo-resubmitted";

    /// <summary>An optional output cannot be written from this photo.</summary>
    public const string OutputUnavailable = "output-unavailable";

    /// <summary>The file ended the app twice while it was decoded, and is not tried again.</summary>
    public const string DecoderCrashed = "decoder-crashed";

    /// <summary>A rule of the cohort's photo specification is out of range.</summary>
    public const string SpecificationInvalid = "specification-invalid";

    /// <summary>The student's photo is accepted and locked.</summary>
    public const string PhotoLocked = "photo-locked";

    /// <summary>The upload could not be processed after several attempts and waits for an administrator.</summary>
    public const string ProcessingFailed = "processing-failed";

    // Progress

    /// <summary>The event is not possible in the status in which the student stands.</summary>
    public const string TransitionIllegal = "transition-illegal";

    /// <summary>Somebody else causes this event.</summary>
    public const string ActorNotAllowed = "actor-not-allowed";

    /// <summary>A file repeats a result after which something else was recorded.</summary>
    public const string ResultRepeated = "result-repeated";

    // Review

    /// <summary>A person refused the photo.</summary>
    public const string PhotoRefused = "photo-refused";

    /// <summary>The student has another photo by now than the one that the person saw.</summary>
    public const string PhotoChanged = "photo-changed";

    /// <summary>The photo was rejected for something that nobody can question.</summary>
    public const string AppealNotPossible = "appeal-not-possible";

    /// <summary>A picture that the cohort requires cannot be written from the photo.</summary>
    public const string OutputsMissing = "outputs-missing";

    /// <summary>An appeal for this very photo was turned down before.</summary>
    public const string AppealDecided = "appeal-decided";

    // Rosters and settings

    /// <summary>A code, number or key has characters outside A–Z a–z 0–9 _ - or a wrong length.</summary>
    public const string CodeShape = "code-shape";

    /// <summary>A required value is missing.</summary>
    public const string ValueMissing = "value-missing";

    /// <summary>A value is longer than its column holds.</summary>
    public const string ValueTooLong = "value-too-long";

    /// <summary>A value holds control characters such as line ends.</summary>
    public const string ControlCharacter = "control-character";

    /// <summary>The mail address has no valid shape.</summary>
    public const string MailShape = "mail-shape";

    /// <summary>The collection window closes before it opens.</summary>
    public const string WindowInverted = "window-inverted";

    /// <summary>A setting of the cohort is out of range.</summary>
    public const string SettingInvalid = "setting-invalid";

    /// <summary>Somebody else changed the settings since they were read.</summary>
    public const string SettingsChanged = "settings-changed";

    /// <summary>No cohort with this code.</summary>
    public const string CohortUnknown = "cohort-unknown";

    /// <summary>No teaching point with this code in the cohort.</summary>
    public const string TeachingPointUnknown = "teaching-point-unknown";

    /// <summary>No student with this number in the cohort.</summary>
    public const string StudentNumberUnknown = "student-number-unknown";

    /// <summary>The same citizen ID number belongs to another student number.</summary>
    public const string NationalIdTaken = "national-id-taken";

    /// <summary>The same student number belongs to another citizen ID number or teaching point.</summary>
    public const string StudentNumberTaken = "student-number-taken";

    /// <summary>The same student stands twice in one file.</summary>
    public const string RosterDuplicate = "roster-duplicate";

    /// <summary>A citizen ID number was stored as a number, which loses its last digits.</summary>
    public const string NumericIdCell = "numeric-id-cell";

    /// <summary>A cell of a roster holds a formula.</summary>
    public const string FormulaCell = "formula-cell";

    /// <summary>The file lacks a required heading.</summary>
    public const string HeadingMissing = "heading-missing";

    /// <summary>The file is neither csv nor xlsx, or cannot be read as what it says it is.</summary>
    public const string RosterUnreadable = "roster-unreadable";

    /// <summary>The file has more rows or bytes than the cap.</summary>
    public const string RosterTooLarge = "roster-too-large";

    // Requests

    /// <summary>The request carries no valid access key.</summary>
    public const string AccessDenied = "access-denied";

    /// <summary>No resource at this address.</summary>
    public const string NotFound = "not-found";

    /// <summary>The address exists, but not with this method.</summary>
    public const string MethodNotAllowed = "method-not-allowed";

    /// <summary>The body has another type than the address takes.</summary>
    public const string MediaTypeUnsupported = "media-type-unsupported";

    /// <summary>The body is larger than the cap.</summary>
    public const string RequestTooLarge = "request-too-large";

    /// <summary>The request cannot be read.</summary>
    public const string RequestInvalid = "request-invalid";

    /// <summary>The continuation token is not one of ours, or belongs to another list.</summary>
    public const string ContinuationInvalid = "continuation-invalid";
}
