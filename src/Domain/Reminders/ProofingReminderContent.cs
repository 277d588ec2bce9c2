using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>请校对, with the link to answer.</summary>
public sealed record ProofingReminderContent : StudentContent
{
    /// <summary>The day from which the picture is expected on the national site.</summary>
    public required DueDate ExpectedFrom { get; init; }

    /// <summary>The day until which it is expected there.</summary>
    public required DueDate ExpectedUntil { get; init; }

    /// <summary>Whether that day is over: who sees no picture yet has to ask the photo unit.</summary>
    public bool IsOverdue => Today > ExpectedUntil.Date;
}
