using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Upkeep;
using PhotoFunctions.Functions.Telemetry;

namespace PhotoFunctions.Functions.UploadReconciliationDue;

/// <summary>Time to look for uploads that the trigger missed, and after what was written to the register lately.</summary>
internal sealed partial class UploadReconciliationDueFunction(
    UploadReconciliation reconciliation,
    RegisterRepair register,
    AppMeter meter,
    TimeProvider time,
    ILogger<UploadReconciliationDueFunction> logger)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(4.5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var round = new Round(time, Budget);
        await round.RunAsync(
            async token =>
            {
                var reports = await reconciliation.RunAsync(token);
                if (reports.Count > 0)
                {
                    meter.Reconciled(reports.Count);
                    Log.Reconciled(logger, reports.Count);
                }
            },
            cancellationToken);
        await round.RunAsync(
            async token =>
            {
                var report = await register.RunAsync(token);
                if (report is not { Repaired: 0, Offered: 0 })
                {
                    Log.LookedAfter(logger, report.Offered, report.Repaired);
                }
            },
            cancellationToken);
        round.End();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Reconciliation received {Count} uploads that the trigger had missed")]
        public static partial void Reconciled(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Information, "{Offered} waiting uploads found their student; {Repaired} half-done changes of the register repaired")]
        public static partial void LookedAfter(ILogger logger, int offered, int repaired);
    }
}
