namespace PhotoFunctions.Domain.Reminders;

/// <summary>身份核验未通过: it says that the record may be hidden, and whether another photo has to be taken or must not be.</summary>
public sealed record VerificationReminderContent : StudentContent
{
    /// <summary>The day (UTC+8) until which the student should have been at the teaching point.</summary>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>
    /// The last day (UTC+8) for another photo of a student who must have one taken; null for others, and when the window has closed.
    /// </summary>
    public required DateOnly? RecaptureBy { get; init; }
}
