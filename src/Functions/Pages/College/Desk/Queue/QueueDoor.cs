using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Pages.College.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College.Desk.Queue;

/// <summary>Shows who is next in a queue, and takes what is decided about them.</summary>
internal sealed class QueueDoor(Place place, AuditNote note, ActDoor acts, QueueReader reader, CollegePages pages)
{
    private const string After = "after";

    public async Task<IResult> ShowAsync(
        QueueKind queue, string cohort, string teachingPoint, HttpContext context, CancellationToken cancellationToken)
    {
        if (!(await place.PointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var here, out var failure))
        {
            return Problems.From(failure);
        }

        var (found, point) = here;
        var last = StudentNumber.Parse(context.Request.Query[After]).Value;
        var view = await reader.ReadAsync(queue, found, point, new QueuePosition(last), cancellationToken);
        Note(view);
        var done = StudentAct.Find(context.Request.Query["done"]);
        return await RenderAsync(context, view with { Done = done, Last = last }, StatusCodes.Status200OK);
    }

    public async Task<IResult> TakeAsync(
        QueueKind queue, StudentAct act, string cohort, string teachingPoint, HttpContext context, CancellationToken cancellationToken)
    {
        if (!(await place.PointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var here, out var failure))
        {
            return Problems.From(failure);
        }

        var (found, point) = here;
        var input = await ActInput.ReadAsync(context.Request, cancellationToken);
        if (!StudentNumber.Parse(input.StudentNumber).Succeeded(out var number, out failure))
        {
            return Problems.From(failure);
        }

        note.Student = number;
        var refusal = await acts.DoAsync(act, cohort, number.Value, input, cancellationToken);
        if (refusal is null)
        {
            return new SeeOther($"{queue.PathOf(point)}?{After}={number}&done={act.Name}");
        }

        // The same student once more, with the photo that is there now, as long as something is left to decide; else the next one.
        var view = await reader.ReadAsync(queue, found, point, new QueuePosition(number, IsInclusive: true), cancellationToken);
        Note(view);
        if (view.Student is not null)
        {
            await AuditFilter.TellAsync(context, AuditAction.StudentViewed, note.Details);
        }

        var isSame = view.Student?.Key.Number == number;
        return await RenderAsync(
            context,
            view with { Refused = act, Failure = refusal, Last = number, Input = isSame ? input : new ActInput() },
            Problems.StatusOf(refusal.Code));
    }

    private void Note(QueueView view)
    {
        note.IsNothing = view.Student is null;

        // A student who was named, and refused, may be another teaching point's.
        note.Point = view.Point.Code;
        note.Student = view.Student?.Key.Number;
        note.Details = view.Pictures.Count > 0 ? StudentDetails.WithPictures : "";
    }

    private Task<IResult> RenderAsync(HttpContext context, QueueView view, int status) => pages.RenderAsync<QueuePage>(
        context,
        new PageFrame(view.Queue.Title)
        {
            Cohort = view.Cohort,
            Point = view.Point,
            Scripts = ["queue.js"],
            Path = view.Refused is null ? null : view.Queue.PathOf(view.Point),
            Status = status,
        },
        (nameof(QueuePage.View), view));
}
