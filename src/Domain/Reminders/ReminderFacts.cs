using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>What decides which mails a student is due: statuses and dates, nothing that says who it is.</summary>
public sealed record ReminderFacts
{
    /// <summary>The student.</summary>
    public required StudentKey Student { get; init; }

    /// <summary>层次; empty when the roster has none.</summary>
    public required string Level { get; init; }

    /// <summary>When the student was enrolled.</summary>
    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>The teaching point from which the student came; null while the student never moved.</summary>
    public TeachingPointCode? MovedFrom { get; init; }

    /// <summary>采集.</summary>
    public required CollectionStatus Collection { get; init; }

    /// <summary>Since when the collection stands there.</summary>
    public required DateTimeOffset CollectionSince { get; init; }

    /// <summary>When the photo was uploaded that the collection is about; null without a photo.</summary>
    public DateTimeOffset? PhotoUploadedAt { get; init; }

    /// <summary>SHA-256 of that photo; null without one, or when it was too large to be read.</summary>
    public string? PhotoSha256 { get; init; }

    /// <summary>校对.</summary>
    public required ProofingStatus Proofing { get; init; }

    /// <summary>Since when the proofing stands there; null while it never moved.</summary>
    public DateTimeOffset? ProofingSince { get; init; }

    /// <summary>The day (UTC+8) from which the wait for the picture counts; null until the proofing fell due.</summary>
    public DateOnly? ProofingStartsOn { get; init; }

    /// <summary>身份核验.</summary>
    public required VerificationStatus Verification { get; init; }

    /// <summary>Since when the verification stands there; null while it never moved.</summary>
    public DateTimeOffset? VerificationSince { get; init; }

    /// <summary>补采: whether another photo has to be taken.</summary>
    public bool MustRecapture { get; init; }

    /// <summary>Whether the roster has a mail address.</summary>
    public required bool HasMail { get; init; }

    /// <summary>Whether the student wants no mails but those about a verification that did not pass.</summary>
    public bool HasOptedOut { get; init; }

    /// <summary>The facts of a student as stored.</summary>
    /// <param name="student">The student.</param>
    /// <returns>The facts.</returns>
    public static ReminderFacts Of(Student student)
    {
        ArgumentNullException.ThrowIfNull(student);
        return new ReminderFacts
        {
            Student = student.Key,
            Level = student.Profile.Level,
            EnrolledAt = student.EnrolledAt,
            MovedFrom = student.MovedFrom,
            Collection = student.Collection,
            CollectionSince = student.CollectionSince,
            PhotoUploadedAt = student.Photo?.Source.LastModified,
            PhotoSha256 = student.Photo?.Sha256,
            Proofing = student.Proofing,
            ProofingSince = student.ProofingSince,
            ProofingStartsOn = student.ProofingStartsOn,
            Verification = student.Verification,
            VerificationSince = student.VerificationSince,
            MustRecapture = student.MustRecapture,
            HasMail = student.Profile.Mail.Length > 0,
            HasOptedOut = student.OptedOutSince is not null,
        };
    }
}
