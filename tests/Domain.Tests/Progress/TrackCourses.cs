using CsCheck;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Tests.Review;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Tests.Progress;

/// <summary>Everything that can happen to a student, step by step.</summary>
internal static class TrackCourses
{
    private const int Days = 12;

    private static readonly VerificationStatus[] Verdicts =
    [
        VerificationStatus.Passed, VerificationStatus.Failed, VerificationStatus.Uncertain, VerificationStatus.Abnormal,
        VerificationStatus.InReview, VerificationStatus.Filed,
    ];

    private static readonly ProofingStatus[] Answers = [ProofingStatus.Confirmed, ProofingStatus.Disputed];

    private static readonly Gen<int[]> DistinctDays =
        from days in Gen.Shuffle(Enumerable.Range(0, Days).ToArray())
        from count in Gen.Int[0, 4]
        select days[..count];

    internal delegate Result<StudentChange> Step(Student student, DateTimeOffset at);

    /// <summary>
    /// Reports from outside, each with a day of its own in its track, and as the last step the acceptance of a photo. No step fails, and
    /// none depends on when it is taken.
    /// </summary>
    internal static Gen<Step[]> Reports { get; } =
        from verdictDays in DistinctDays
        from verdicts in Gen.OneOf(Verdicts).Array[verdictDays.Length]
        from answerDays in DistinctDays
        from answers in Gen.OneOf(Answers).Array[answerDays.Length]
        from approvalDays in DistinctDays
        from startsFromApproval in Gen.Bool
        from accepted in Gen.Int[0, Days - 1]
        select (Step[])
        [
            .. verdictDays.Select((day, i) => Verdict(Tracks.Verdict(verdicts[i], day))),
            .. answerDays.Select((day, i) => Answer(Tracks.Answer(answers[i], day))),
            .. approvalDays.Select(day => Approval(day, startsFromApproval)),
            (student, _) => Tracks.Deliver(
                student, Samples.Judged("good", "a", 0), Tracks.Day(accepted).AddHours(12), startsProofing: !startsFromApproval),
        ];

    /// <summary>A step that moves, if it does, only the tracks that reports and people move; legal or not.</summary>
    internal static Gen<Step> OfOneTrack { get; } = Gen.OneOf(
        Gen.Enum<ProofingEvent>().Select(happened => Of((student, at) => ProofingDecider.Decide(student, happened, Tracks.Admin, at))),
        Gen.Enum<VerificationEvent>().Select(happened =>
            Of((student, at) => VerificationDecider.Decide(student, happened, Tracks.Admin, at))),
        Gen.Enum<ProofingStatus>().Select(to => Of((student, at) => ProofingDecider.Correct(student, to, Tracks.Admin, at))),
        Gen.Enum<VerificationStatus>().Select(to => Of((student, at) => VerificationDecider.Correct(student, to, Tracks.Admin, at))),
        Gen.Const(Of(VerificationDecider.RequireRecapture)),
        Gen.Select(Gen.OneOf(Verdicts), Gen.Int[0, Days], (status, day) => Verdict(Tracks.Verdict(status, day))),
        Gen.Select(Gen.OneOf(Verdicts), Gen.Int[0, Days], (status, day) => Verdict(Tracks.Listed(status, day))),
        Gen.Select(Gen.OneOf(Answers), Gen.Int[0, Days], (status, day) => Answer(Tracks.Answer(status, day))),
        Gen.Select(Gen.Int[0, Days], Gen.Bool, Approval));

    /// <summary>An upload, good or bad, or an accepted photo that somebody unlocks.</summary>
    internal static Gen<Step> OfPhotos { get; } = Gen.OneOf(
        Gen.Select(Gen.Bool, Gen.Int[0, 20], (isGood, second) => Of((student, at) => Tracks.Deliver(
            student,
            Samples.Judged($"{second} {isGood}", $"{second}", second, isGood ? [] : [Acts.Fault]),
            at,
            startsProofing: true))),
        Gen.OneOf(CollectionEvent.PhotoReopened, CollectionEvent.PersonDenied).Select(happened => Of((student, at) =>
            Acts.Decide(student, Acts.Act(student, happened), at).Succeeded(out var decision, out var failure)
                ? StudentChange.To(decision.Student, decision.History is { } line ? [line] : [])
                : failure)));

    private static Step Of(Step step) => step;

    private static Step Verdict(ImportedResult<VerificationStatus> result) =>
        (student, at) => ChangeOf(VerificationDecider.Import(student, result, at));

    private static Step Answer(ImportedResult<ProofingStatus> result) =>
        (student, at) => ChangeOf(ProofingDecider.Import(student, result, at));

    private static Step Approval(int day, bool startsProofing) =>
        (student, at) => ProofingDecider.Approve(student, new DateOnly(2023, 5, 1 + day), startsProofing, at).Change;

    private static Result<StudentChange> ChangeOf(Result<ResultDecision> imported) =>
        imported.Succeeded(out var decision, out var failure) ? decision.Change : failure;
}
