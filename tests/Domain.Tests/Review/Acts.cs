using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;

namespace PhotoFunctions.Domain.Tests.Review;

/// <summary>What people do about a student's photo, and students whom they do it to.</summary>
internal static class Acts
{
    public static readonly DateTimeOffset At = new(2023, 4, 22, 0, 0, 0, TimeSpan.Zero);

    public static readonly CollectionEvent[] All =
    [
        CollectionEvent.ReviewApproved,
        CollectionEvent.ReviewRefused,
        CollectionEvent.AppealOpened,
        CollectionEvent.AppealGranted,
        CollectionEvent.AppealDenied,
    ];

    /// <summary>Grey: only a person can tell.</summary>
    public static readonly Failure Doubt = PixelFailures.HeadTilted(4, 6) with { NeedsReview = true };

    /// <summary>A fault that rests on a threshold.</summary>
    public static readonly Failure Fault = PixelFailures.BackgroundColour(16, TestKit.Fakes.ScriptedPhotoCodec.GoodPixels.Background);

    public static Student InReview => Deliver(Samples.Student, Samples.Judged("grey", "a", 0, Doubt));

    public static Student Rejected => Deliver(Samples.Student, Samples.Judged("bad", "a", 0, Fault));

    public static Student UnderAppeal => Do(Rejected, CollectionEvent.AppealOpened);

    public static Student Accepted => Deliver(Samples.Student, Samples.Judged("good", "a", 0));

    /// <summary>An act about the photo that the student has now.</summary>
    public static ReviewAct Act(Student student, CollectionEvent happened, string reason = "背景可接受", string person = "王老师") =>
        Create(happened, student.Photo?.Sha256 ?? new string('0', 64), person, reason);

    public static ReviewAct Create(CollectionEvent happened, string sha256, string person = "王老师", string reason = "背景可接受") =>
        ReviewAct.Create(happened, sha256, person, reason).Value!;

    public static Result<ReviewDecision> Decide(Student student, ReviewAct act, DateTimeOffset? at = null) =>
        ReviewDecider.Decide(student, act, Actors.Administrator, at ?? At);

    /// <summary>Does what must succeed.</summary>
    public static Student Do(Student student, CollectionEvent happened) =>
        Decide(student, Act(student, happened)).Succeeded(out var decision, out var failure)
            ? decision.Student
            : throw new InvalidOperationException(failure.Message.English);

    public static Student Deliver(Student student, JudgedPhoto photo) => UploadDecider.Decide(student, photo, At).Student ?? student;
}
