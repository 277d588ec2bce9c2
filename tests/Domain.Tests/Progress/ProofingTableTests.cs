using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Progress;

public sealed class ProofingTableTests
{
    private const ProofingStatus Due = ProofingStatus.Due;
    private const ProofingStatus Confirmed = ProofingStatus.Confirmed;
    private const ProofingStatus Disputed = ProofingStatus.Disputed;
    private const ProofingStatus Correcting = ProofingStatus.Correcting;

    // One column for each event, in the order in which ProofingEvent lists them; null means that the pair is no transition.
    private static readonly Dictionary<ProofingStatus, ProofingStatus?[]> Table = new()
    {
        //                               falls due, confirmed, disputed, correction requested, made, withdrawn
        [ProofingStatus.NotDue] = [Due, Confirmed, Disputed, null, null, null],
        [ProofingStatus.Due] = [null, Confirmed, Disputed, null, null, null],
        [ProofingStatus.Confirmed] = [null, null, Disputed, null, null, null],
        [ProofingStatus.Disputed] = [null, Confirmed, null, Correcting, null, null],
        [ProofingStatus.Correcting] = [null, Confirmed, Disputed, null, Due, Disputed],
    };

    public static MatrixTheoryData<ProofingStatus, ProofingEvent> AllPairs =>
        new(Enum.GetValues<ProofingStatus>(), Enum.GetValues<ProofingEvent>());

    public static MatrixTheoryData<ProofingStatus, ProofingStatus> AllCorrections =>
        new(Enum.GetValues<ProofingStatus>(), Enum.GetValues<ProofingStatus>());

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Moves_the_proofing_along_its_table(ProofingStatus from, ProofingEvent on)
    {
        var expected = Table[from][(int)on];

        if (StudentLifecycle.Apply(from, on).Succeeded(out var to, out var failure))
        {
            Assert.Equal(expected, to);
            Assert.Equal(StudentLifecycle.TargetOf(on), to);
        }
        else
        {
            Assert.Null(expected);
            Assert.Equal(FailureCodes.TransitionIllegal, failure.Code);
        }
    }

    [Theory]
    [MemberData(nameof(AllCorrections))]
    public void Sets_any_other_status_right(ProofingStatus from, ProofingStatus to)
    {
        var corrected = StudentLifecycle.Correct(from, to);

        Assert.Equal(from == to ? FailureCodes.TransitionIllegal : null, corrected.Failure?.Code);
        Assert.True(from == to || corrected.Value == to);
    }
}
