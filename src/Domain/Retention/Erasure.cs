using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Retention;

/// <summary>The record that a cohort's personal data was erased; it names nobody.</summary>
public sealed record Erasure
{
    /// <summary>The cohort.</summary>
    public required CohortCode Cohort { get; init; }

    /// <summary>When it began; the name of the record.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When nothing was left; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The last day (UTC+8) until which the data might be kept.</summary>
    public required DateOnly KeptUntil { get; init; }

    /// <summary>
    /// The day (UTC+8) by which no backup holds any of it any more; null in records of before there were backups. While it goes on, as if it
    /// ended on the day on which it began.
    /// </summary>
    public DateOnly? BackupsUntil { get; init; }

    /// <summary>How many things of each kind were erased. After a crash some of them may not have been counted.</summary>
    public IReadOnlyDictionary<PersonalData, int> Counts { get; init; } = new Dictionary<PersonalData, int>();

    /// <summary>Adds to a count.</summary>
    /// <param name="kind">What was erased.</param>
    /// <param name="count">How many.</param>
    /// <returns>The record with them.</returns>
    public Erasure With(PersonalData kind, int count) =>
        count == 0 ? this : this with { Counts = new Dictionary<PersonalData, int>(Counts) { [kind] = Counts.GetValueOrDefault(kind) + count } };
}
