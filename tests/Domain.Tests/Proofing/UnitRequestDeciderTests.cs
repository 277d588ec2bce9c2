using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Progress;

namespace PhotoFunctions.Domain.Tests.Proofing;

public sealed class UnitRequestDeciderTests
{
    private static readonly UnitRequestDraft Erratum = Draft(UnitRequestKind.Erratum, UnitRequestReason.PictureMissing);

    public static MatrixTheoryData<UnitRequestStatus, UnitRequestStatus> AllSteps =>
        new(Enum.GetValues<UnitRequestStatus>(), Enum.GetValues<UnitRequestStatus>());

    public static MatrixTheoryData<UnitRequestKind, UnitRequestReason> AllReasons =>
        new(Enum.GetValues<UnitRequestKind>(), Enum.GetValues<UnitRequestReason>());

    [Theory]
    [MemberData(nameof(AllReasons))]
    public void Takes_only_reasons_of_the_kind(UnitRequestKind kind, UnitRequestReason reason)
    {
        var isForReprint = reason is UnitRequestReason.PrintMissing or UnitRequestReason.PrintDamaged;

        var draft = UnitRequestDraft.Create(kind, reason, "说明");

        Assert.Equal(isForReprint == (kind == UnitRequestKind.Reprint) ? null : FailureCodes.RequestInvalid, draft.Failure?.Code);
    }

    [Theory]
    [InlineData(" ", FailureCodes.ValueMissing)]
    [InlineData("说\n明", FailureCodes.ControlCharacter)]
    public void Needs_a_description_in_one_line(string description, string code) => Assert.Equal(
        code, UnitRequestDraft.Create(UnitRequestKind.Reprint, UnitRequestReason.PrintMissing, description).Failure?.Code);

    [Fact]
    public void Records_a_request_with_a_line_of_history_that_moves_no_track()
    {
        var decision = Open(Tracks.Newcomer, [], Draft(UnitRequestKind.Reprint, UnitRequestReason.PrintDamaged));

        var line = Assert.Single(decision.Change.History);
        var request = decision.Request;
        Assert.Equal((UnitRequestStatus.Open, "王老师", "说明"), (request.Status, request.Person, request.Description));
        Assert.Equal(("ReprintRequested", "PrintDamaged", null), (line.Event, line.Details, line.To));
    }

    [Theory]
    [InlineData(ProofingStatus.Disputed, ProofingStatus.Correcting)]
    [InlineData(ProofingStatus.Due, ProofingStatus.Due)]
    [InlineData(ProofingStatus.Correcting, ProofingStatus.Correcting)]
    public void Moves_a_disputed_proofing_on_with_an_erratum(ProofingStatus from, ProofingStatus to)
    {
        var decision = Open(Tracks.AtProofing(from), [], Erratum);

        Assert.Equal(to, decision.Change.Student.Proofing);
        Assert.Equal(from == to ? ["ErratumRequested"] : ["ErratumRequested", "CorrectionRequested"], Told(decision));
    }

    [Fact]
    public void Leaves_the_proofing_alone_for_a_reprint() => Assert.Equal(
        ProofingStatus.Disputed,
        Open(Tracks.AtProofing(ProofingStatus.Disputed), [], Draft(UnitRequestKind.Reprint, UnitRequestReason.PrintMissing))
            .Change.Student.Proofing);

    [Fact]
    public void Records_the_same_once_and_refuses_it_in_other_words_until_it_is_finished()
    {
        var first = Open(Tracks.Newcomer, [], Erratum).Request;

        var again = Open(Tracks.Newcomer, [first], Erratum);
        var inOtherWords = UnitRequestDraft.Create(UnitRequestKind.Erratum, UnitRequestReason.PictureMissing, "又一说明").Value!;
        var refused = UnitRequestDecider.Open(Tracks.Newcomer, [first], inOtherWords, Tracks.Teacher, Tracks.Day(1));
        var another = Open(Tracks.Newcomer, [first], Draft(UnitRequestKind.Erratum, UnitRequestReason.DetailsWrong));
        var afterwards = Open(Tracks.Newcomer, [first with { Status = UnitRequestStatus.Done }], Erratum);

        Assert.Equal((first, true), (again.Request, again.Change.IsNothing));
        Assert.Equal(FailureCodes.RequestUnfinished, refused.Failure?.Code);
        Assert.Contains(first.Id, refused.Failure!.Message.English, StringComparison.Ordinal);
        Assert.True(another.Request.At > first.At);
        Assert.False(afterwards.Change.IsNothing);
    }

    [Theory]
    [MemberData(nameof(AllSteps))]
    public void Moves_a_request_only_forward(UnitRequestStatus from, UnitRequestStatus to)
    {
        var request = Open(Tracks.Newcomer, [], Erratum).Request with { Status = from };
        var isStep = (from, to) is (UnitRequestStatus.Open, UnitRequestStatus.Sent or UnitRequestStatus.Withdrawn)
            or (UnitRequestStatus.Sent, UnitRequestStatus.Done or UnitRequestStatus.Withdrawn);

        var advanced = Advance(Tracks.Newcomer, request, to);

        Assert.Equal(isStep || from == to ? null : FailureCodes.TransitionIllegal, advanced.Failure?.Code);
        Assert.Equal(isStep ? [$"Erratum{to}"] : [], advanced.Value is { } decision ? Told(decision) : []);
    }

    [Fact]
    public void Has_the_student_look_again_when_an_erratum_is_done()
    {
        var request = Open(Tracks.Newcomer, [], Erratum).Request with { Status = UnitRequestStatus.Sent };

        var done = Advance(Tracks.AtProofing(ProofingStatus.Correcting), request, UnitRequestStatus.Done).Value!;

        Assert.Equal(ProofingStatus.Due, done.Change.Student.Proofing);
        Assert.Equal(["ErratumDone", "CorrectionMade"], Told(done));
        Assert.Equal(
            ProofingStatus.Confirmed,
            Advance(Tracks.AtProofing(ProofingStatus.Confirmed), request, UnitRequestStatus.Done).Value!.Change.Student.Proofing);
    }

    [Fact]
    public void Has_the_picture_disputed_as_before_when_the_erratum_is_withdrawn()
    {
        var request = Open(Tracks.Newcomer, [], Erratum).Request;

        var withdrawn = Advance(Tracks.AtProofing(ProofingStatus.Correcting), request, UnitRequestStatus.Withdrawn).Value!;

        Assert.Equal(ProofingStatus.Disputed, withdrawn.Change.Student.Proofing);
        Assert.Equal(["ErratumWithdrawn", "CorrectionWithdrawn"], Told(withdrawn));
    }

    [Theory]
    [InlineData(UnitRequestStatus.Done)]
    [InlineData(UnitRequestStatus.Withdrawn)]
    public void Goes_on_being_corrected_while_another_erratum_is_under_way(UnitRequestStatus to)
    {
        var request = Open(Tracks.Newcomer, [], Erratum).Request with { Status = UnitRequestStatus.Sent };
        var other = Open(Tracks.Newcomer, [request], Draft(UnitRequestKind.Erratum, UnitRequestReason.DetailsWrong)).Request;

        var advanced = Advance(Tracks.AtProofing(ProofingStatus.Correcting), request, to, other).Value!;

        Assert.Equal(ProofingStatus.Correcting, advanced.Change.Student.Proofing);
    }

    [Fact]
    public void Moves_a_proofing_on_that_was_disputed_only_after_the_erratum_was_recorded()
    {
        var request = Open(Tracks.Newcomer, [], Erratum).Request;

        var sent = Advance(Tracks.AtProofing(ProofingStatus.Disputed), request, UnitRequestStatus.Sent).Value!;

        Assert.Equal(["ErratumSent", "CorrectionRequested"], Told(sent));
    }

    [Fact]
    public void Refuses_strangers_and_requests_that_are_not_there()
    {
        var student = Tracks.By(Actors.Student);

        Assert.Equal(
            FailureCodes.ActorNotAllowed, UnitRequestDecider.Open(Tracks.Newcomer, [], Erratum, student, Tracks.Day(1)).Failure?.Code);
        Assert.Equal(
            FailureCodes.ActorNotAllowed,
            UnitRequestDecider.Advance(Tracks.Newcomer, [], "7", UnitRequestStatus.Sent, student, Tracks.Day(1)).Failure?.Code);
        Assert.Equal(
            FailureCodes.RequestUnknown,
            UnitRequestDecider.Advance(
                Tracks.Newcomer, [], "7", UnitRequestStatus.Sent, Tracks.Admin, Tracks.Day(1)).Failure?.Code);
    }

    private static UnitRequestDraft Draft(UnitRequestKind kind, UnitRequestReason reason) =>
        UnitRequestDraft.Create(kind, reason, " 说明 ").Value!;

    private static UnitRequestDecision Open(Student student, IReadOnlyList<UnitRequest> requests, UnitRequestDraft draft) =>
        Tracks.Must(UnitRequestDecider.Open(student, requests, draft, Tracks.Teacher, Tracks.Day(1)));

    private static Result<UnitRequestDecision> Advance(
        Student student, UnitRequest request, UnitRequestStatus to, params UnitRequest[] others) =>
        UnitRequestDecider.Advance(student, [request, .. others], request.Id, to, Tracks.Teacher, Tracks.Day(2));

    private static IEnumerable<string> Told(UnitRequestDecision decision) => decision.Change.History.Select(line => line.Event);
}
