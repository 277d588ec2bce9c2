using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Pages.College.Desk.Queue;

/// <summary>The queues of a desk: one student at a time, and what is decided leads to the next.</summary>
internal static class QueuePageEndpoints
{
    public static void MapQueues(this IEndpointRouteBuilder pages)
    {
        foreach (var queue in QueueKind.All)
        {
            var address = $"/desk/{{cohort}}/{{teachingPoint}}/{queue.Name}";
            pages.MapGet(
                address,
                (string cohort, string teachingPoint, QueueDoor door, HttpContext context, CancellationToken token) =>
                    door.ShowAsync(queue, cohort, teachingPoint, context, token))
                .ForCollege()
                .Audited(AuditAction.StudentViewed)
                .AsPage();
            foreach (var act in queue.Acts)
            {
                pages.MapPost(
                    $"{address}/{act.Name}",
                    (string cohort, string teachingPoint, QueueDoor door, HttpContext context, CancellationToken token) =>
                        door.TakeAsync(queue, act, cohort, teachingPoint, context, token))
                    .RequireAuthorization(act.IsAdministrators ? Policies.Administrators : Policies.College)
                    .Audited(act.Audit)
                    .AsPage();
            }
        }
    }
}
