namespace PhotoFunctions.Domain.Progress;

/// <summary>The newest that is known about a track from outside, so that older news does not overwrite it.</summary>
/// <typeparam name="T">The track's statuses.</typeparam>
/// <param name="Status">What was reported last; null when nothing was, but a person has decided.</param>
/// <param name="At">As of when; a person's decision counts as of its moment, whatever was reported last.</param>
public sealed record KnownResult<T>(T? Status, DateTimeOffset At)
    where T : struct, Enum;
