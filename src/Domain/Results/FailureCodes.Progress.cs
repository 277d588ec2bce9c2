namespace PhotoFunctions.Domain.Results;

/// <summary>Codes about results, tracks and reviews.</summary>
public static partial class FailureCodes
{
    // Progress

    /// <summary>The event is not possible in the status in which the student stands.</summary>
    public const string TransitionIllegal = "transition-illegal";

    /// <summary>Somebody else causes this event.</summary>
    public const string ActorNotAllowed = "actor-not-allowed";

    /// <summary>The student has no such request to the photo unit.</summary>
    public const string RequestUnknown = "request-unknown";

    /// <summary>The same is asked of the photo unit already, and not finished.</summary>
    public const string RequestUnfinished = "request-unfinished";

    /// <summary>A file repeats a result after which something else was recorded.</summary>
    public const string ResultRepeated = "result-repeated";

    /// <summary>The text of a result says none, or two that contradict each other.</summary>
    public const string ResultUnknown = "result-unknown";

    /// <summary>The day of a result cannot be read, or is later than today.</summary>
    public const string ResultDate = "result-date";

    /// <summary>The student number and the ID number of a row belong to two students.</summary>
    public const string ResultMismatch = "result-mismatch";

    /// <summary>Two rows of one file contradict each other.</summary>
    public const string ResultConflict = "result-conflict";

    /// <summary>No student of the cohort has this citizen ID number.</summary>
    public const string NationalIdUnknown = "national-id-unknown";

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
}
