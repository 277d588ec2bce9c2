namespace PhotoFunctions.Domain.Upkeep;

/// <summary>A timer's round of work in parts. One that fails does not keep the others waiting.</summary>
public sealed class Round
{
    private readonly List<Exception> _failures = [];

    /// <summary>Runs a part, and remembers its failure.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>A task that ends with the part.</returns>
    public async Task RunAsync(Func<CancellationToken, Task> part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        try
        {
            await part(cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            // A cancelled task without our asking is a client's timeout, and an outage like any other. Whatever it was, End throws it.
            _failures.Add(ex);
        }
    }

    /// <summary>Ends the round.</summary>
    /// <exception cref="AggregateException">Some parts failed: the host sees a failed round.</exception>
    public void End()
    {
        if (_failures.Count > 0)
        {
            throw new AggregateException("Some parts of the round failed.", _failures);
        }
    }
}
