using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Health;

/// <summary>Asks the storage account's blobs and tables with the least calls that need a credential.</summary>
internal sealed class StorageProbe(StorageAccount storage, [FromKeyedServices(Clocks.Real)] TimeProvider realTime) : IHealthProbe
{
    // Storage refuses what is signed 15 minutes off; links begin to fail before.
    private static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(5);

    public string Name => "storage";

    public TimeSpan Freshness => TimeSpan.FromSeconds(30);

    public async Task<HealthFinding> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var blobs = AskBlobsAsync(cancellationToken);
            await Task.WhenAll(blobs, AskTablesAsync(cancellationToken));
            return Skew(await blobs) ?? HealthFinding.Ok;
        }
        catch (RequestFailedException ex) when (ex.Status is 401 or 403)
        {
            return Skew(ex.GetRawResponse()) ?? new HealthFinding(
                HealthState.Refused,
                $"The storage account refuses the app ({ex.ErrorCode}): its key was changed, or a role of the app's identity is missing.");
        }
        catch (AuthenticationFailedException)
        {
            return new HealthFinding(HealthState.Refused, "The app gets no token for its identity: it has none, or the client id is another's.");
        }
        catch (Exception ex) when (ex is RequestFailedException or OperationCanceledException or AggregateException)
        {
            return new HealthFinding(HealthState.Unreachable, "The storage account does not answer.");
        }
    }

    private async Task<Response> AskBlobsAsync(CancellationToken cancellationToken) =>
        (await storage.Uploads.ExistsAsync(cancellationToken)).GetRawResponse();

    private async Task AskTablesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in storage.Cohorts
                .QueryAsync<TableEntity>(row => row.PartitionKey == "health", maxPerPage: 1, cancellationToken: cancellationToken)
                .AsPages())
            {
                _ = page;
                return;
            }
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            // Nobody has called yet: it is created at the first door.
        }
    }

    private HealthFinding? Skew(Response? response)
    {
        if (response?.Headers.Date is not { } theirs)
        {
            return null;
        }

        var ahead = realTime.GetUtcNow() - theirs;
        return ahead.Duration() < LargestSkew ? null : new HealthFinding(
            HealthState.ClockSkew,
            $"This machine's clock is {ahead.Duration().TotalMinutes:0} minutes {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} the storage account's.");
    }
}
