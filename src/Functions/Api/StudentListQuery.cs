using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>The query of a list of students.</summary>
internal sealed record StudentListQuery(
    string? Stage,
    string? Collection,
    string? Proofing,
    string? Verification,
    string? Review,
    string? Level,
    string? ClassName,
    string? NumberPrefix,
    string? Sort,
    string? Top,
    string? Continuation)
{
    private const int LongestText = 50;

    /// <summary>Failures: <c>request-invalid</c>, <c>code-shape</c> of the number.</summary>
    public Result<StudentFilter> Filter()
    {
        StudentNumber? prefix = null;
        return !ListQuery.Name<StudentStage>("stage", Stage).Succeeded(out var stage, out var failure)
            || !ListQuery.Name<CollectionStatus>("collection", Collection).Succeeded(out var collection, out failure)
            || !ListQuery.Name<ProofingStatus>("proofing", Proofing).Succeeded(out var proofing, out failure)
            || !ListQuery.Name<VerificationStatus>("verification", Verification).Succeeded(out var verification, out failure)
            || !ListQuery.Name<ReviewKind>("review", Review).Succeeded(out var review, out failure)
            || !ListQuery.Text("level", Level, LongestText).Succeeded(out var level, out failure)
            || !ListQuery.Text("className", ClassName, LongestText).Succeeded(out var className, out failure)
            || (NumberPrefix is not null && !StudentNumber.Parse(NumberPrefix).Succeeded(out prefix, out failure))
            ? failure
            : new StudentFilter
            {
                Stage = stage,
                Collection = collection,
                Proofing = proofing,
                Verification = verification,
                Review = review,
                Level = level,
                ClassName = className,
                NumberPrefix = prefix,
            };
    }

    /// <summary>Failure: <c>request-invalid</c>.</summary>
    public Result<StudentOrder> Order() =>
        Sort is null ? StudentOrder.ByNumber
        : StudentOrder.All.FirstOrDefault(order => order.Name == Sort) is { } known ? known
        : RequestFailures.Invalid(
            $"sort应为{string.Join(", ", StudentOrder.All.Select(order => order.Name))}之一",
            $"one of {string.Join(", ", StudentOrder.All.Select(order => order.Name))} for sort but received {ListQuery.Received(Sort)}");
}
