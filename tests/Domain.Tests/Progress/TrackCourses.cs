using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
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

    // Good, grey and bad.
    private static readonly Failure[][] Findings = [[], [Acts.Doubt], [Acts.Fault]];

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
        from start in Gen.Enum<ProofingStart>()
        from accepted in Gen.Int[0, Days - 1]
        select (Step[])
        [
            .. verdictDays.Select((day, i) => Verdict(Tracks.Verdict(verdicts[i], day))),
            .. answerDays.Select((day, i) => Answer(Tracks.Answer(answers[i], day))),
            .. approvalDays.Select(day => Approval(day, start)),
            (student, _) => Tracks.Deliver(
                student, Samples.Judged("good", "a", 0), Tracks.Day(accepted).AddHours(12), start),
        ];

    /// <summary>A step that moves, if it does, only the tracks that reports and people move; legal or not.</summary>
    internal static Gen<Step> OfOneTrack { get; } = Gen.OneOf(
        Gen.Enum<ProofingEvent>().Select(happened => Of((student, at) => ProofingDecider.Decide(student, happened, Tracks.Admin, at))),
        Gen.Enum<VerificationEvent>().Select(happened =>
            Of((student, at) => VerificationDecider.Decide(student, happened, Tracks.Admin, at))),
        Gen.Enum<ProofingStatus>().Select(to => Of((student, at) => ProofingDecider.Correct(student, to, Tracks.Admin, at))),
        Gen.Enum<VerificationStatus>().Select(to => Of((student, at) => VerificationDecider.Correct(student, to, Tracks.Admin, at))),
        Gen.Select(Gen.OneOf(Verdicts), Gen.Int[0, Days], (status, day) => Verdict(Tracks.Verdict(status, day))),
        Gen.Select(Gen.OneOf(Verdicts), Gen.Int[0, Days], (status, day) => Verdict(Tracks.Listed(status, day))),
        Gen.Select(Gen.OneOf(Answers), Gen.Int[0, Days], (status, day) => Answer(Tracks.Answer(status, day))),
        Gen.Select(Gen.Int[0, Days], Gen.Enum<ProofingStart>(), Approval));

    /// <summary>An upload, good, grey or bad, or anything that a person does about the photo; legal or not.</summary>
    internal static Gen<Step> OfPhotos { get; } = Gen.OneOf(
        Gen.Select(Gen.OneOf(Findings), Gen.Int[0, 20], (findings, second) => Of((student, at) => Tracks.Deliver(
            student,
            Samples.Judged($"{second} {findings.Length}", $"{second}", second, findings),
            at,
            ProofingStart.Acceptance))),
        Gen.OneOf([.. Acts.All, CollectionEvent.PhotoReopened, CollectionEvent.PersonDenied]).Select(happened => Of((student, at) =>
            Acts.Decide(student, Acts.Act(student, happened), at).Succeeded(out var decision, out var failure)
                ? ChangeOf(decision.WithConsequences(student, ProofingStart.Acceptance))
                : failure)));

    private static Step Of(Step step) => step;

    private static Step Verdict(ImportedResult<VerificationStatus> result) =>
        (student, at) => ChangeOf(VerificationDecider.Import(student, result, at));

    private static Step Answer(ImportedResult<ProofingStatus> result) =>
        (student, at) => ChangeOf(ProofingDecider.Import(student, result, at));

    private static Step Approval(int day, ProofingStart start) =>
        (student, at) => ProofingDecider.Approve(student, new DateOnly(2023, 5, 1 + day), start, at).Change;

    private static StudentChange ChangeOf(ReviewDecision decision) => StudentChange.To(
        decision.Student, decision.History is { } line ? [line, .. decision.Consequences] : decision.Consequences);

    private static Result<StudentChange> ChangeOf(Result<ResultDecision> imported) =>
        imported.Succeeded(out var decision, out var failure) ? decision.Change : failure;
}
