using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Pages.College.Students;

namespace PhotoFunctions.Functions.Pages.College.Desk.Queue;

/// <summary>One of the two queues of a desk: what it is called, and what can be done in it.</summary>
/// <param name="Name">Its part of the address.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Acts">What can be done in it.</param>
public sealed record QueueKind(string Name, BilingualText Title, IReadOnlyList<StudentAct> Acts)
{
    /// <summary>Photos that wait for a decision.</summary>
    public static QueueKind Review { get; } = new(
        "review",
        new("人工审核", "Review"),
        [
            StudentAct.Of(CollectionEvent.ReviewApproved),
            StudentAct.Of(CollectionEvent.ReviewRefused),
            StudentAct.Of(CollectionEvent.AppealGranted),
            StudentAct.Of(CollectionEvent.AppealDenied),
        ]);

    /// <summary>Accepted photos of which nobody has said that they show the student.</summary>
    public static QueueKind Person { get; } = new(
        "person",
        new("本人确认", "Is it the person?"),
        [StudentAct.ConfirmPerson, StudentAct.Of(CollectionEvent.PersonDenied)]);

    /// <summary>Both.</summary>
    public static IReadOnlyList<QueueKind> All { get; } = [Review, Person];

    /// <summary>Where it is.</summary>
    public string PathOf(TeachingPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return this == Review ? PagePaths.Review(point.Cohort, point.Code) : PagePaths.Person(point.Cohort, point.Code);
    }
}
