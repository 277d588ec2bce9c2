using CsCheck;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.EndToEnd.Tests.Rig.Histories;

/// <summary>One thing that happens to a student's photo.</summary>
internal abstract record Step
{
    private const int MostCalls = 16;

    private static readonly CollectionEvent[] Acts =
    [
        CollectionEvent.ReviewApproved, CollectionEvent.ReviewRefused, CollectionEvent.AppealOpened, CollectionEvent.AppealGranted,
        CollectionEvent.AppealDenied,
    ];

    private static readonly Gen<Step> Uploads =
        from folder in Gen.Int[0, 2]
        from content in Gen.Int[0, 3]
        from seconds in Gen.Int[0, 2]
        select (Step)new Upload(folder, content, seconds);

    private static readonly Gen<Step> Deliveries =
        from version in Gen.Int[0, 7]
        from fault in Gen.Int[-MostCalls, MostCalls]
        from isAfter in Gen.Bool
        from between in Gen.Int[-7, 7]
        from overwrite in Gen.Int[-6, 3]
        select (Step)new Delivery(version, Math.Max(fault, 0), isAfter, between, overwrite);

    private static readonly Gen<Step> Decisions =
        from happened in Gen.OneOf(Acts.Select(act => Gen.Const(act)).ToArray())
        from isAboutAnother in Gen.Int[0, 4]
        from fault in Gen.Int[-3, 3]
        from isAfter in Gen.Bool
        select (Step)new Decision(happened, isAboutAnother == 0, Math.Max(fault, 0), isAfter);

    private static readonly Gen<Step> WithoutPeople = Gen.OneOf(Uploads, Deliveries, Deliveries);

    private static readonly Gen<Step> WithPeople = Gen.OneOf(Uploads, Deliveries, Deliveries, Decisions);

    /// <summary>
    /// What happens to one student. A person's word ends the comparison with the fold, so most histories hold none.
    /// </summary>
    public static Gen<Step[]> Histories { get; } =
        from hasPeople in Gen.Int[0, 3]
        from first in Uploads
        from steps in (hasPeople == 0 ? WithPeople : WithoutPeople).Array[1, 14]
        select (Step[])[first, .. steps];

    /// <summary>A teaching point writes a blob.</summary>
    internal sealed record Upload(int Folder, int Content, int Seconds) : Step;

    /// <summary>The host delivers a version; a call may fail, another delivery or another upload may come in between.</summary>
    internal sealed record Delivery(int Version, int FailingCall, bool IsAfter, int Between, int Overwrite) : Step;

    /// <summary>A person decides about the photo, or about one that is no longer the student's.</summary>
    internal sealed record Decision(CollectionEvent Event, bool IsAboutAnother, int FailingCall, bool IsAfter) : Step;
}
