using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Tests.Photos;

namespace PhotoFunctions.Domain.Tests.Proofing;

public sealed class ProofingAnswerTests
{
    private static readonly DateTimeOffset Asked = new(2027, 6, 1, 1, 0, 0, TimeSpan.Zero);

    public static TheoryData<ProofingStatus, ProofingAnswer> EveryAnswerEverywhere =>
        new(Enum.GetValues<ProofingStatus>().SelectMany(status => ProofingAnswers.All.Select(answer => (status, answer))));

    [Theory]
    [MemberData(nameof(EveryAnswerEverywhere))]
    public void Takes_an_answer_only_while_the_question_stands_as_it_was_asked(ProofingStatus status, ProofingAnswer answer)
    {
        var student = Samples.Student with { Proofing = status, ProofingSince = Asked };
        var isOpen = status is ProofingStatus.NotDue or ProofingStatus.Due;

        var decided = ProofingDecider.Answer(student, answer, Asked, Asked.AddDays(1));
        var late = ProofingDecider.Answer(student, answer, Asked.AddTicks(-1), Asked.AddDays(1));
        var unasked = ProofingDecider.Answer(student, answer, null, Asked.AddDays(1));

        Assert.Equal(isOpen ? null : FailureCodes.LinkUsed, decided.Failure?.Code);
        Assert.Equal(FailureCodes.LinkUsed, late.Failure?.Code);
        Assert.Equal(FailureCodes.LinkUsed, unasked.Failure?.Code);
        if (decided.Succeeded(out var change, out _))
        {
            var line = Assert.Single(change.History);
            Assert.Equal(answer == ProofingAnswer.Correct ? ProofingStatus.Confirmed : ProofingStatus.Disputed, change.Student.Proofing);
            Assert.Equal(("student", status.ToString(), change.Student.Proofing.ToString()), (line.By, line.From, line.To));
            Assert.Equal(answer, ProofingAnswers.Given(change.Student, change.History));
            Assert.Equal(FailureCodes.LinkUsed, ProofingDecider.Answer(change.Student, answer, Asked, Asked.AddDays(2)).Failure?.Code);
        }
    }

    [Fact]
    public void Takes_an_answer_before_anybody_asked() =>
        Assert.Equal(
            ProofingStatus.Confirmed,
            ProofingDecider.Answer(Samples.Student, ProofingAnswer.Correct, null, Asked).Value?.Student.Proofing);

    [Fact]
    public void Reads_every_code_that_it_writes()
    {
        Assert.All(
            Enum.GetValues<ProofingAnswer>(), answer => Assert.Equal(answer, ProofingAnswers.TryParse(ProofingAnswers.CodeOf(answer))));
        Assert.Null(ProofingAnswers.TryParse("Correct"));
        Assert.Null(ProofingAnswers.TryParse(null));
    }

    [Fact]
    public void Does_not_guess_what_a_dispute_was_about()
    {
        var disputed = Samples.Student with { Proofing = ProofingStatus.Disputed };
        HistoryEntry[] history = [Line("Due", "Disputed", "not-me"), Line("Disputed", "Confirmed", ""), Line("Confirmed", "Disputed", "")];

        Assert.Null(ProofingAnswers.Given(disputed, history));
        Assert.Equal(ProofingAnswer.NotMe, ProofingAnswers.Given(disputed, history[..1]));
        Assert.Null(ProofingAnswers.Given(Samples.Student, history));
    }

    private static HistoryEntry Line(string from, string to, string details) =>
        new() { At = Asked, Event = "any", From = from, To = to, By = "student", Details = details };
}
