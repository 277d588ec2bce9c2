using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Functions.NightlyReconciliationDue;

/// <summary>Time, 03:10 in China, for the walks over all students.</summary>
internal sealed partial class NightlyReconciliationDueFunction(
    NightlyReconciliation reconciliation, ILogger<NightlyReconciliationDueFunction> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var report = await reconciliation.RunAsync(cancellationToken);
        Log.Reconciled(logger, report.OutputsDeleted, report.PhotosSentToReview);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Deleted {Deleted} outputs that no student has; sent {Sent} photos to review whose picture another student has, too")]
        public static partial void Reconciled(ILogger logger, int deleted, int sent);
    }
}
