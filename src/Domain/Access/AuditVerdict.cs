namespace PhotoFunctions.Domain.Access;

/// <summary>What a look at one day of the audit trail found.</summary>
public sealed record AuditVerdict
{
    /// <summary>The day (UTC+8).</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether the day has its seal; today has none yet.</summary>
    public required bool IsSealed { get; init; }

    /// <summary>How many lines the day has now.</summary>
    public required int Lines { get; init; }

    /// <summary>Whether the seal is as it was made, and follows that of the day before.</summary>
    public required bool IsSealIntact { get; init; }

    /// <summary>Lines that say something else than when they were sealed.</summary>
    public IReadOnlyList<string> Edited { get; init; } = [];

    /// <summary>Lines that cannot be read, whenever that was done to them.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Lines that are gone.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Lines that came after the day was sealed.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Whether nothing was changed since the seal.</summary>
    public bool IsIntact => IsSealed && IsSealIntact && Unreadable.Count == 0 && Edited.Count == 0 && Missing.Count == 0 && Added.Count == 0;

    /// <summary>Holds a day's lines against its seal.</summary>
    /// <param name="day">The day.</param>
    /// <param name="lines">The lines as they are now.</param>
    /// <param name="seal">The day's seal, or null.</param>
    /// <param name="before">The seal of the day before, or null.</param>
    /// <returns>What was found.</returns>
    public static AuditVerdict Of(DateOnly day, IReadOnlyCollection<AuditLine> lines, AuditRoot? seal, AuditRoot? before)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (seal is null)
        {
            return new AuditVerdict
            {
                Day = day,
                IsSealed = false,
                IsSealIntact = false,
                Lines = lines.Count,
                Unreadable = [.. lines.Where(line => line.Entry is null).Select(line => line.Id)],
            };
        }

        var now = lines.ToDictionary(line => line.Id, line => line.Hash, StringComparer.Ordinal);
        return new AuditVerdict
        {
            Day = day,
            IsSealed = true,
            IsSealIntact = seal.Day == day && seal.IsConsistent && seal.Previous == (before?.Root ?? ""),
            Lines = lines.Count,
            Edited = [.. seal.Lines.Where(line => now.TryGetValue(line.Key, out var hash) && hash != line.Value).Select(line => line.Key)],
            Unreadable = [.. lines.Where(line => line.Entry is null).Select(line => line.Id)],
            Missing = [.. seal.Lines.Keys.Where(id => !now.ContainsKey(id))],
            Added = [.. now.Keys.Where(id => !seal.Lines.ContainsKey(id)).Order(StringComparer.Ordinal)],
        };
    }
}
