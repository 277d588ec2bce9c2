using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.UploadReconciliationDue;

/// <summary>Time to look for uploads that the trigger missed.</summary>
internal sealed partial class UploadReconciliationDueFunction(
    UploadReconciliation reconciliation, ILogger<UploadReconciliationDueFunction> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var reports = await reconciliation.RunAsync(cancellationToken);
        if (reports.Count > 0)
        {
            Log.Reconciled(logger, reports.Count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Reconciliation received {Count} uploads that the trigger had missed")]
        public static partial void Reconciled(ILogger logger, int count);
    }
}
