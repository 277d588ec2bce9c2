using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage.Retention;

namespace PhotoFunctions.Functions.Storage.Reminders;

/// <summary>The ledger of mails as people read it: by teaching point, kind and occasion.</summary>
internal sealed class ReminderLists(StorageAccount storage, DataKeysSource keysSource)
{
    /// <summary>The lines of a cohort that pass; what is null lets all pass. Failure: <c>continuation-invalid</c>.</summary>
    public async Task<Result<Page<ReminderEntry>>> ListAsync(
        CohortCode cohort,
        TeachingPointCode? point,
        ReminderKind? kind,
        ReminderStatus? status,
        StudentNumber? student,
        int top,
        string? continuation,
        CancellationToken cancellationToken)
    {
        // Statuses and students have no index: the service walks through the cohort's lines for them. Few people ask, about a line that
        // stuck or a student who complains.
        var filter = point is null
            ? RowErasure.AllOf(cohort)
            : TableClient.CreateQueryFilter($"PartitionKey eq {ReminderEntityMapping.Partition(cohort, point)}");
        filter += kind is null ? "" : $" and {ReminderEntityMapping.RowsOf(kind.Value)}";
        filter += status is null ? "" : $" and {ReminderEntityMapping.StatusColumn} eq '{status}'";
        filter += student is null ? "" : $" and {ReminderEntityMapping.StudentColumn} eq '{student}'";
        return await TablePages.ReadAsync(
            storage.Reminders,
            await keysSource.GetAsync(cancellationToken),
            filter,
            top,
            continuation,
            ReminderEntityMapping.ToEntry,
            cancellationToken);
    }
}
