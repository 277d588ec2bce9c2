namespace PhotoFunctions.Domain.Access;

/// <summary>Where the audit trail is kept, with the seals on its days.</summary>
public interface IAuditTrail
{
    /// <summary>Appends a line. Nothing changes it, and nothing removes it before its time.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>A task that ends when it is kept.</returns>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Reads a day.</summary>
    /// <param name="day">The day (UTC+8).</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The day's lines, in the order of time.</returns>
    IAsyncEnumerable<AuditLine> ReadAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>The first day that has a line.</summary>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>The day (UTC+8), or null while there are none.</returns>
    Task<DateOnly?> FirstDayAsync(CancellationToken cancellationToken);

    /// <summary>The last day that is sealed.</summary>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>The day (UTC+8), or null while there is none.</returns>
    Task<DateOnly?> LastSealedDayAsync(CancellationToken cancellationToken);

    /// <summary>Reads a seal.</summary>
    /// <param name="day">The day (UTC+8).</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The seal, or null.</returns>
    Task<AuditRoot?> FindRootAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Keeps a seal, unless the day has one: a seal is written once.</summary>
    /// <param name="root">The seal.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>The day's seal: this one, or the one that was there.</returns>
    Task<AuditRoot> SealAsync(AuditRoot root, CancellationToken cancellationToken);

    /// <summary>Erases the lines of all days before one. Their seals, which say nothing about anybody, stay.</summary>
    /// <param name="day">The first day that is kept (UTC+8).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many lines were erased.</returns>
    Task<int> EraseBeforeAsync(DateOnly day, CancellationToken cancellationToken);
}
