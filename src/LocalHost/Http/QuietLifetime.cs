namespace PhotoFunctions.LocalHost.Http;

/// <summary>Leaves the signals to the command line: it stops everything in order, not the web server alone.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
