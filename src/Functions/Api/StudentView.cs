using System.Text.Json.Serialization;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Api;

/// <summary>A student as the API shows one: the ID number masked, mail and phone left out.</summary>
internal sealed record StudentView
{
    public required string StudentNumber { get; init; }

    public required string Name { get; init; }

    public required string NationalId { get; init; }

    public required string TeachingPoint { get; init; }

    /// <summary>From where and when the student moved here last; null when never.</summary>
    public required string? MovedFrom { get; init; }

    public required DateTimeOffset? MovedOn { get; init; }

    public required string Level { get; init; }

    public required string Major { get; init; }

    public required string ClassName { get; init; }

    public required StudentStage Stage { get; init; }

    public required CollectionStatus Collection { get; init; }

    public required DateTimeOffset CollectionSince { get; init; }

    /// <summary>Why a person has to look; null while nobody has to.</summary>
    public required ReviewKind? Review { get; init; }

    public required ProofingStatus Proofing { get; init; }

    public required DateTimeOffset? ProofingSince { get; init; }

    public required DateOnly? ProofingStartsOn { get; init; }

    public required DateOnly? CaptureApprovedOn { get; init; }

    public required VerificationStatus Verification { get; init; }

    public required DateTimeOffset? VerificationSince { get; init; }

    public required bool MustRecapture { get; init; }

    /// <summary>Since when the student wants no reminders but those about the verification; null while all are welcome.</summary>
    public required DateTimeOffset? OptedOutSince { get; init; }

    /// <summary>Who says that the accepted photo shows the student; null while nobody does.</summary>
    public required PersonConfirmation? PersonConfirmed { get; init; }

    /// <summary>Codes of the faults of the latest photo.</summary>
    public required IReadOnlyList<string> FaultCodes { get; init; }

    /// <summary>Codes of what a person has to look at in the latest photo.</summary>
    public required IReadOnlyList<string> DoubtCodes { get; init; }

    /// <summary>Not in the lists of students.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PhotoView? Photo { get; init; }

    /// <summary>Only on a student's own page; oldest first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HistoryEntry>? History { get; init; }

    public static StudentView Of(Student student) => new()
    {
        StudentNumber = student.Key.Number.Value,
        Name = student.Profile.Name,
        NationalId = student.Profile.NationalId.Masked,
        TeachingPoint = student.Key.TeachingPoint.Value,
        MovedFrom = student.MovedFrom?.Value,
        MovedOn = student.MovedOn,
        Level = student.Profile.Level,
        Major = student.Profile.Major,
        ClassName = student.Profile.ClassName,
        Stage = student.Stage,
        Collection = student.Collection,
        CollectionSince = student.CollectionSince,
        Review = student.Review,
        Proofing = student.Proofing,
        ProofingSince = student.ProofingSince,
        ProofingStartsOn = student.ProofingStartsOn,
        CaptureApprovedOn = student.CaptureApprovedOn,
        Verification = student.Verification,
        VerificationSince = student.VerificationSince,
        MustRecapture = student.MustRecapture,
        OptedOutSince = student.OptedOutSince,
        PersonConfirmed = student.PersonConfirmed,
        FaultCodes = student.Photo?.FaultCodes ?? [],
        DoubtCodes = student.Photo?.DoubtCodes ?? [],
    };
}
