using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Tests.Progress;

/// <summary>A student's tracks, and what moves them.</summary>
internal static class Tracks
{
    /// <summary>Midnight of a day in China.</summary>
    public static readonly DateTimeOffset Start = new(2023, 5, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public static readonly Attribution Admin = By(Actors.Administrator);

    public static readonly Attribution Teacher = By(Actors.TeachingPoint);

    public static Student Newcomer => Samples.Student;

    public static Student Accepted => Deliver(Newcomer, Samples.Judged("good", "a", 0), Day(0)).Student;

    public static DateTimeOffset Day(int day) => Start.AddDays(day);

    public static Attribution By(Actors actor, string person = "王老师", string reason = "电话核实") =>
        Attribution.Create(actor, person, reason, needsReason: true).Value!;

    /// <summary>With a date of its own.</summary>
    public static ImportedResult<VerificationStatus> Verdict(VerificationStatus status, int day) =>
        new(status, Day(day), IsSnapshot: false);

    /// <summary>In a list of that day.</summary>
    public static ImportedResult<VerificationStatus> Listed(VerificationStatus status, int day) =>
        new(status, Day(day), IsSnapshot: true);

    public static ImportedResult<ProofingStatus> Answer(ProofingStatus status, int day) => new(status, Day(day), IsSnapshot: false);

    public static ResultDecision Import(Student student, ImportedResult<VerificationStatus> result, int day = 30) =>
        Must(VerificationDecider.Import(student, result, Day(day)));

    public static ResultDecision Import(Student student, ImportedResult<ProofingStatus> result, int day = 30) =>
        Must(ProofingDecider.Import(student, result, Day(day)));

    public static Student Do(Student student, VerificationEvent happened, int day = 10) =>
        Must(VerificationDecider.Decide(student, happened, Admin, Day(day))).Student;

    public static Student Do(Student student, ProofingEvent happened, int day = 10) =>
        Must(ProofingDecider.Decide(student, happened, Admin, Day(day))).Student;

    public static Student AtVerification(VerificationStatus status) => Newcomer with { Verification = status };

    public static Student AtProofing(ProofingStatus status) => Newcomer with { Proofing = status };

    /// <summary>A photo's decision with what an acceptance brings with it.</summary>
    public static StudentChange Deliver(
        Student student, JudgedPhoto photo, DateTimeOffset at, ProofingStart start = ProofingStart.CaptureApproval)
    {
        var decision = UploadDecider.Decide(student, photo, at).WithConsequences(student, start);
        return StudentChange.To(
            decision.Student ?? student, decision.History is { } line ? [line, .. decision.Consequences] : decision.Consequences);
    }

    public static T Must<T>(Result<T> result) =>
        result.Succeeded(out var value, out var failure) ? value : throw new InvalidOperationException(failure.Message.English);
}
