namespace PhotoFunctions.Domain.Access;

/// <summary>Where the audit trail is kept.</summary>
public interface IAuditTrail
{
    /// <summary>Appends a line. Nothing changes or removes it.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>A task that ends when it is kept.</returns>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);
}
