using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Functions.AuditRootDue;

/// <summary>Time, 00:40 in China, to seal the days of the audit trail that are over.</summary>
internal sealed partial class AuditRootDueFunction(AuditSealing sealing, ILogger<AuditRootDueFunction> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var root in await sealing.RunAsync(cancellationToken))
        {
            // A second copy of the seal, out of reach of whoever can write to the storage account.
            Log.Sealed(logger, root.Day, root.Lines.Count, root.Root);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Sealed {Day:O} of the audit trail: {Lines} lines, root {Root}")]
        public static partial void Sealed(ILogger logger, DateOnly day, int lines, string root);
    }
}
