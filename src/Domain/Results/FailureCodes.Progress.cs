namespace PhotoFunctions.Domain.Results;

/// <summary>Codes about results, tracks and reviews.</summary>
public static partial class FailureCodes
{
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
}
