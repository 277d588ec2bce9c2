namespace PhotoFunctions.Domain.Upkeep;

/// <summary>Brings stored personal fields under the current encryption key, so that an old one can be thrown away.</summary>
public interface IKeyRotation
{
    /// <summary>Encrypts anew what is under another key. Repeating it does what is left.</summary>
    /// <param name="cancellationToken">Ends the work; what was done stays.</param>
    /// <returns>How many rows were encrypted anew; none when there is one key only.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
