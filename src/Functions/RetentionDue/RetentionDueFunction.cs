using PhotoFunctions.Domain.Retention;

namespace PhotoFunctions.Functions.RetentionDue;

/// <summary>Time to look for cohorts whose data may not be kept any longer. Every hour: a large cohort takes several rounds.</summary>
internal sealed partial class RetentionDueFunction(RetentionRound retention, ILogger<RetentionDueFunction> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var erasure in await retention.RunAsync(cancellationToken))
        {
            Log.Erased(logger, erasure.Cohort.Value, erasure.Counts.GetValueOrDefault(PersonalData.Students));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Erased the data of cohort {Cohort}: {Rows} rows about students, and everything that belongs to them")]
        public static partial void Erased(ILogger logger, string cohort, int rows);
    }
}
