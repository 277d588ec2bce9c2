namespace PhotoFunctions.Domain.Upkeep;

/// <summary>
/// A timer's round of work in parts. One that fails does not keep the others waiting; when the budget is used up, the next round goes on.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="budget">How long the round may take: the host ends the whole process at five minutes, with every photo in flight.</param>
public sealed class Round(TimeProvider time, TimeSpan budget) : IDisposable
{
    private readonly CancellationTokenSource _budget = new(budget, time);
    private readonly List<Exception> _failures = [];

    /// <summary>Whether the budget is used up, so that nothing is run any more.</summary>
    public bool IsOver => _budget.IsCancellationRequested;

    /// <summary>What failed so far, for a round that has something to say before it throws; null when nothing did.</summary>
    public AggregateException? Failure => _failures.Count > 0 ? new AggregateException("Some parts of the round failed.", _failures) : null;

    /// <summary>Runs a part, and remembers its failure. Nothing is run any more when the budget is used up.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>A task that ends with the part.</returns>
    public async Task RunAsync(Func<CancellationToken, Task> part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_budget.Token, cancellationToken);
        try
        {
            ending.Token.ThrowIfCancellationRequested();
            await part(ending.Token);
        }
        catch (Exception) when (_budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Not a failure: the next round goes on.
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
        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Lets the budget's timer go.</summary>
    public void Dispose() => _budget.Dispose();
}
