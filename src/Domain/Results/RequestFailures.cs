namespace PhotoFunctions.Domain.Results;

/// <summary>What can be wrong with a request, whatever it is about.</summary>
public static class RequestFailures
{
    /// <summary>No valid access key.</summary>
    public static Failure AccessDenied { get; } = Failure.Of(
        FailureCodes.AccessDenied, "缺少有效的访问密钥。", "Expected the header Authorization: Bearer with a valid access key.");

    /// <summary>No such address.</summary>
    public static Failure NotFound { get; } = Failure.Of(FailureCodes.NotFound, "没有这个地址。", "Expected the address of a resource but found nothing there.");

    /// <summary>A token that is not ours.</summary>
    public static Failure ContinuationInvalid { get; } = Failure.Of(
        FailureCodes.ContinuationInvalid,
        "翻页标记无效,请从第一页重新开始。",
        "Expected the continuation of the same list with the same filter but received another token.");

    /// <summary>A request that cannot be read.</summary>
    /// <param name="expected">What was expected, in English, without personal data.</param>
    /// <param name="chinese">The same in Chinese.</param>
    /// <returns>The failure.</returns>
    public static Failure Invalid(string chinese, string expected) => Failure.Of(
        FailureCodes.RequestInvalid, $"请求无效:{chinese}。", $"Expected {expected}.");
}
