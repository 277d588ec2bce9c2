using System.Runtime.ExceptionServices;
using PhotoFunctions.Domain.Backups;

namespace PhotoFunctions.Functions.BackupDue;

/// <summary>
/// Time, every ten minutes from 02:00 to 05:50 in China, to go on with the day's backup. Once it is complete, the others of the night only
/// look.
/// </summary>
internal sealed partial class BackupDueFunction(BackupRound backups, ILogger<BackupDueFunction> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var report = await backups.RunAsync(cancellationToken);
        if (report.Made is { } made)
        {
            Log.Complete(logger, made.Day, made.Rows, made.Parts);
        }

        if (report.IsLate)
        {
            Log.Late(logger, report.Newest is { } newest ? $"of {newest.StartedAt:O}" : "missing");
        }

        if (report.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The backup of {Day:yyyyMMdd} is complete: {Rows} rows in {Parts} parts")]
        public static partial void Complete(ILogger logger, DateOnly day, int rows, int parts);

        [LoggerMessage(2, LogLevel.Warning, "The newest complete backup is {State}: expected one of the last 36 hours")]
        public static partial void Late(ILogger logger, string state);
    }
}
