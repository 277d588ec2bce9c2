namespace PhotoFunctions.Functions.Health;

/// <summary>Asks one part how it is. What it says is an answer, also when nobody is there; it throws for a bug only.</summary>
internal interface IHealthProbe
{
    string Name { get; }

    /// <summary>For how long an answer stands.</summary>
    TimeSpan Freshness { get; }

    Task<HealthFinding> AskAsync(CancellationToken cancellationToken);
}
