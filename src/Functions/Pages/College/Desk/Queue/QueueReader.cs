using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Pages.College.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College.Desk.Queue;

/// <summary>Reads what a page of a queue shows.</summary>
internal sealed class QueueReader(Caller caller, StudentQueues queues, StudentPictures pictures, TimeProvider time)
{
    public async Task<QueueView> ReadAsync(
        QueueKind queue, Cohort cohort, TeachingPoint point, QueuePosition from, CancellationToken cancellationToken)
    {
        // Appeals are an administrator's to decide.
        var place = queue == QueueKind.Review
            ? await queues.FindReviewAsync(point, withAppeals: caller.Role == AccessRole.Administrator, from, cancellationToken)
            : await queues.FindUnconfirmedAsync(point, from, cancellationToken);
        var student = place.Student;
        return new QueueView
        {
            Queue = queue,
            Cohort = cohort,
            Point = point,
            Student = student,
            Pictures = student is null ? [] : await pictures.ListAsync(student, cancellationToken),
            Findings = student is null ? [] : PhotoView.FailuresOf(student),
            Possible = student is null
                ? []
                : PossibleActs.Of(student, cohort.Proofing, caller.Actor, caller.Holder, time.GetUtcNow()).Photo,
            Behind = place.Behind,
            Before = place.Before,
        };
    }
}
