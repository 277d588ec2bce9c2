namespace PhotoFunctions.Domain.Reminders;

/// <summary>An occasion with the day on which its mail may be sent.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="DueOn">The day (UTC+8): the occasion's, moved away from holidays.</param>
/// <param name="IsLive">Whether the mail still makes sense; after the last day nobody is reminded of it.</param>
public sealed record DueOccasion(Occasion Occasion, DateOnly DueOn, bool IsLive);
