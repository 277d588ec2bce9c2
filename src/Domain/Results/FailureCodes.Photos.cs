namespace PhotoFunctions.Domain.Results;

/// <summary>Codes about photos.</summary>
public static partial class FailureCodes
{
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
}
