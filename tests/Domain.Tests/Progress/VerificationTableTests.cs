using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Progress;

public sealed class VerificationTableTests
{
    private const VerificationStatus Pending = VerificationStatus.Pending;
    private const VerificationStatus Passed = VerificationStatus.Passed;
    private const VerificationStatus Failed = VerificationStatus.Failed;
    private const VerificationStatus Uncertain = VerificationStatus.Uncertain;
    private const VerificationStatus Abnormal = VerificationStatus.Abnormal;
    private const VerificationStatus InReview = VerificationStatus.InReview;
    private const VerificationStatus Filed = VerificationStatus.Filed;

    // One column for each event, in the order in which VerificationEvent lists them; null means that the pair is no transition.
    private static readonly Dictionary<VerificationStatus, VerificationStatus?[]> Table = new()
    {
        //            passed, failed, uncertain, abnormal, in review, filed, review opened, recapture required, photo renewed
        [Pending] = [Passed, Failed, Uncertain, Abnormal, InReview, Filed, null, Failed, null],
        [Passed] = [null, Failed, Uncertain, Abnormal, InReview, Filed, null, null, null],
        [Failed] = [Passed, null, Uncertain, Abnormal, InReview, Filed, InReview, null, Pending],
        [Uncertain] = [Passed, Failed, null, Abnormal, InReview, Filed, InReview, null, null],
        [Abnormal] = [Passed, Failed, Uncertain, null, InReview, Filed, InReview, null, null],
        [InReview] = [Passed, Failed, Uncertain, Abnormal, null, Filed, null, null, null],
        [Filed] = [null, null, null, null, null, null, null, null, null],
    };

    public static MatrixTheoryData<VerificationStatus, VerificationEvent> AllPairs =>
        new(Enum.GetValues<VerificationStatus>(), Enum.GetValues<VerificationEvent>());

    public static MatrixTheoryData<VerificationStatus, VerificationStatus> AllCorrections =>
        new(Enum.GetValues<VerificationStatus>(), Enum.GetValues<VerificationStatus>());

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Moves_the_verification_along_its_table(VerificationStatus from, VerificationEvent on)
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
    public void Sets_any_other_status_right(VerificationStatus from, VerificationStatus to)
    {
        var corrected = StudentLifecycle.Correct(from, to);

        Assert.Equal(from == to ? FailureCodes.TransitionIllegal : null, corrected.Failure?.Code);
        Assert.True(from == to || corrected.Value == to);
    }
}
