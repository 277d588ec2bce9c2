using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Reminders;

namespace PhotoFunctions.Functions.Glances;

/// <summary>Reads a glance at a cohort from its students and mails.</summary>
internal sealed class GlanceReading(
    ICohortStore cohorts, StudentSummaries summaries, ReminderCounts mails, TableMailQuota quota, TimeProvider time)
{
    /// <summary>As it is now. An earlier glance saves counting old mails again.</summary>
    public async Task<CohortGlance> ReadAsync(Cohort cohort, CohortGlance? earlier, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var counting = mails.CountAsync(cohort.Code, earlier?.Mails, cancellationToken);
        var looking = quota.LookAsync(cancellationToken);
        var points = await cohorts.FindTeachingPointsAsync(cohort.Code, cancellationToken);
        var readings = await EachTeachingPoint.ReadAsync(
            points, (point, token) => summaries.ReadAnewAsync(cohort, point.Code, token), cancellationToken);
        return CohortGlance.Of(
            cohort, [.. points.Zip(readings, (point, reading) => (point, reading.Summary))], await counting, await looking, now);
    }
}
