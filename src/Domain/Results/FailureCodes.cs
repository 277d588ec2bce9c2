namespace PhotoFunctions.Domain.Results;

/// <summary>Every code that a <see cref="Failure"/> may carry. Codes are stable: clients and ledgers keep them.</summary>
public static partial class FailureCodes
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

    /// <summary>A name for an upload that no address can carry as it is.</summary>
    public const string UploadNameUnusable = "upload-name-unusable";

    /// <summary>Another file of the same request is for the same citizen ID number.</summary>
    public const string UploadRepeated = "upload-repeated";

    /// <summary>No student with this citizen ID number at this teaching point.</summary>
    public const string StudentUnknown = "student-unknown";

    /// <summary>The photo came before the collection window opened.</summary>
    public const string WindowNotOpen = "window-not-open";

    /// <summary>The photo came after the collection window closed.</summary>
    public const string WindowClosed = "window-closed";

    // Rosters and settings

    /// <summary>A code, number or key has characters outside A–Z a–z 0–9 _ - or a wrong length.</summary>
    public const string CodeShape = "code-shape";

    /// <summary>A citizen ID number stands where a code or a student number belongs, which addresses and logs show.</summary>
    public const string CodeIsNationalId = "code-is-national-id";

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

    /// <summary>A year of holidays that cannot be right.</summary>
    public const string CalendarInvalid = "calendar-invalid";

    /// <summary>No holidays are known for this year.</summary>
    public const string CalendarUnknown = "calendar-unknown";

    /// <summary>Somebody else changed the settings since they were read.</summary>
    public const string SettingsChanged = "settings-changed";

    /// <summary>No cohort with this code.</summary>
    public const string CohortUnknown = "cohort-unknown";

    /// <summary>No teaching point with this code in the cohort.</summary>
    public const string TeachingPointUnknown = "teaching-point-unknown";

    /// <summary>No student with this number in the cohort.</summary>
    public const string StudentNumberUnknown = "student-number-unknown";

    /// <summary>The student's move to another teaching point is not finished.</summary>
    public const string StudentMoving = "student-moving";

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

    /// <summary>The column 补采 of a roster says neither yes nor no.</summary>
    public const string RecaptureUnclear = "recapture-unclear";

    /// <summary>The file lacks a required heading.</summary>
    public const string HeadingMissing = "heading-missing";

    /// <summary>A file has two columns for one field.</summary>
    public const string HeadingRepeated = "heading-repeated";

    /// <summary>The file is neither csv nor xlsx, or cannot be read as what it says it is.</summary>
    public const string RosterUnreadable = "roster-unreadable";

    /// <summary>The file has more rows or bytes than the cap.</summary>
    public const string RosterTooLarge = "roster-too-large";

    /// <summary>The file to write is not the one that was previewed.</summary>
    public const string FileChanged = "file-changed";

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

    /// <summary>A bug or an outage on our side.</summary>
    public const string OutOfOrder = "out-of-order";

    /// <summary>The continuation token is not one of ours, or belongs to another list.</summary>
    public const string ContinuationInvalid = "continuation-invalid";
}
