using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>Something that people do to one student on its page: each has an address, a policy and an action of the audit trail.</summary>
/// <param name="Name">Its part of the address.</param>
/// <param name="Label">What the button says.</param>
/// <param name="Audit">The action in the audit trail.</param>
/// <param name="Event">The event, of an act about the photo.</param>
public sealed record StudentAct(string Name, BilingualText Label, AuditAction Audit, CollectionEvent? Event = null)
{
    /// <summary>The photo shows the student.</summary>
    public static StudentAct ConfirmPerson { get; } = new("confirm-person", new("是本人", "It is the person"), AuditAction.PersonConfirmed);

    /// <summary>An event of the proofing.</summary>
    public static StudentAct Proofing { get; } = new("proofing", new("登记校对", "Record proofing"), AuditAction.ProofingRecorded);

    /// <summary>A wrong status of the proofing is set right.</summary>
    public static StudentAct CorrectProofing { get; } =
        new("correct-proofing", new("更正校对状态", "Correct the proofing"), AuditAction.ProofingCorrected)
        {
            IsAdministrators = true,
            NeedsReason = true,
        };

    /// <summary>An event of the verification.</summary>
    public static StudentAct Verification { get; } =
        new("verification", new("登记身份核验", "Record verification"), AuditAction.VerificationRecorded) { NeedsReason = true };

    /// <summary>A wrong status of the verification is set right.</summary>
    public static StudentAct CorrectVerification { get; } =
        new("correct-verification", new("更正核验状态", "Correct the verification"), AuditAction.VerificationCorrected)
        {
            IsAdministrators = true,
            NeedsReason = true,
        };

    /// <summary>The photo unit is asked for something.</summary>
    public static StudentAct OpenRequest { get; } =
        new("request", new("向图像采集单位提出申请", "Ask the photo unit"), AuditAction.RequestOpened);

    /// <summary>A request to the photo unit goes on.</summary>
    public static StudentAct AdvanceRequest { get; } =
        new("advance-request", new("更新申请状态", "Say where a request stands"), AuditAction.RequestAdvanced);

    /// <summary>The student leaves every list.</summary>
    public static StudentAct Remove { get; } =
        new("remove", new("移出名单", "Remove the student"), AuditAction.StudentRemoved)
        {
            IsAdministrators = true,
            NeedsReason = true,
        };

    /// <summary>What is decided about the photo, in the order in which a page offers it.</summary>
    public static IReadOnlyList<StudentAct> OfPhoto { get; } =
    [
        Decision("approve", "通过", "Approve", CollectionEvent.ReviewApproved),
        Decision("refuse", "驳回", "Refuse", CollectionEvent.ReviewRefused),
        Decision("grant", "同意申诉", "Grant the appeal", CollectionEvent.AppealGranted),
        Decision("deny", "驳回申诉", "Deny the appeal", CollectionEvent.AppealDenied),
        Decision("appeal", "申诉", "Appeal", CollectionEvent.AppealOpened),
        Decision("not-this-person", "不是本人", "Not this person", CollectionEvent.PersonDenied),
        Decision("reopen", "重新开放采集", "Reopen the collection", CollectionEvent.PhotoReopened),
    ];

    /// <summary>All acts.</summary>
    public static IReadOnlyList<StudentAct> All { get; } =
    [
        .. OfPhoto, ConfirmPerson, Proofing, CorrectProofing, Verification, CorrectVerification, OpenRequest, AdvanceRequest, Remove,
    ];

    /// <summary>Whether nobody but an administrator does it.</summary>
    public bool IsAdministrators { get; init; }

    /// <summary>Whether a reason has to be given.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>The act of an address; null for none.</summary>
    public static StudentAct? Find(string? name) => All.FirstOrDefault(act => act.Name == name);

    /// <summary>The act that causes an event.</summary>
    public static StudentAct Of(CollectionEvent happened) => OfPhoto.First(act => act.Event == happened);

    private static StudentAct Decision(string name, string chinese, string english, CollectionEvent happened) =>
        new(name, new(chinese, english), AuditAction.PhotoDecided, happened)
        {
            IsAdministrators = !EventActors.Of(happened).HasFlag(Actors.TeachingPoint),
            NeedsReason = happened is not (CollectionEvent.ReviewApproved or CollectionEvent.AppealGranted),
        };
}
