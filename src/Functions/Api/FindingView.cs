using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api;

/// <summary>A finding as the API shows one.</summary>
internal sealed record FindingView(
    string Code, string MessageZh, string MessageEn, string? Expected, string? Measured, string? HintZh, string? HintEn, bool NeedsReview)
{
    public static FindingView Of(Failure failure) => new(
        failure.Code,
        failure.Message.Chinese,
        failure.Message.English,
        failure.Expected,
        failure.Measured,
        failure.Hint?.Chinese,
        failure.Hint?.English,
        failure.NeedsReview);
}
