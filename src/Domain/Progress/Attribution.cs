using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;

namespace PhotoFunctions.Domain.Progress;

/// <summary>Who causes an event, and why. Sensitive: person and reason are stored encrypted, never logged.</summary>
public sealed record Attribution
{
    private Attribution(Actors actor, string? person, string? reason) => (Actor, Person, Reason) = (actor, person, reason);

    /// <summary>The app itself.</summary>
    public static Attribution Pipeline { get; } = new(Actors.Pipeline, null, null);

    /// <summary>A file that an administrator imports.</summary>
    public static Attribution Import { get; } = new(Actors.Administrator, null, null);

    /// <summary>A student, through a signed link: the student's number says who, and no reason is asked for.</summary>
    public static Attribution Student { get; } = new(Actors.Student, null, null);

    /// <summary>Whose credential it is; exactly one.</summary>
    public Actors Actor { get; }

    /// <summary>Who decides, as the caller says; nobody checks it. Null when no person does.</summary>
    public string? Person { get; }

    /// <summary>Why, in that person's words; null when none was given.</summary>
    public string? Reason { get; }

    /// <summary>
    /// Builds one from what a caller sent. Failures: <c>value-missing</c>, <c>value-too-long</c>, <c>control-character</c>.
    /// </summary>
    /// <param name="actor">Whose credential it is.</param>
    /// <param name="person">Who decides, 1 to 50 characters.</param>
    /// <param name="reason">Why, up to 200 characters.</param>
    /// <param name="needsReason">Whether a reason has to be given.</param>
    /// <returns>The attribution, or the failure.</returns>
    public static Result<Attribution> Create(Actors actor, string? person, string? reason, bool needsReason)
    {
        var (who, why) = (person?.Trim() ?? "", reason?.Trim() ?? "");
        return who.Length == 0 ? RequestFailures.Missing("by", "操作人")
            : needsReason && why.Length == 0 ? RequestFailures.Missing("reason", "原因")
            : PlainText.Fault(who, ReviewAct.LongestPerson, "操作人", "name of the person") is { } ofPerson ? ofPerson
            : PlainText.Fault(why, ReviewAct.LongestReason, "原因", "reason") is { } ofReason ? ofReason
            : new Attribution(actor, who, why.Length > 0 ? why : null);
    }

    /// <summary>Prints nothing that a person wrote.</summary>
    /// <returns>Whose credential it is.</returns>
    public override string ToString() => Actor.ToString();

    /// <summary>Tells why this one may not cause an event. Failure: <c>actor-not-allowed</c>.</summary>
    internal Failure? Objection(Actors allowed) => EventActors.Objection(allowed, Actor);

    internal HistoryEntry Line(DateTimeOffset at, string happened, string? from = null, string? to = null, string details = "") => new()
    {
        At = at,
        Event = happened,
        From = from,
        To = to,
        By = EventActors.NameOf(Actor),
        Details = details,
        Person = Person,
        Reason = Reason,
    };
}
