namespace PhotoFunctions.Domain.Results;

/// <summary>What can be wrong with a request, whatever it is about.</summary>
public static class RequestFailures
{
    /// <summary>No such address.</summary>
    public static Failure NotFound { get; } = Failure.Of(
        FailureCodes.NotFound, "没有这个地址。", "Expected the address of a resource but found nothing there.");

    /// <summary>A bug or an outage; what was asked for may have been done or not.</summary>
    public static Failure OutOfOrder { get; } = Failure.Of(
        FailureCodes.OutOfOrder,
        "系统暂时无法处理,请稍后重试。",
        "Expected to do what was asked for but something failed on our side; asking again does nothing twice.");

    /// <summary>The address exists, the method does not.</summary>
    public static Failure MethodNotAllowed { get; } = Failure.Of(
        FailureCodes.MethodNotAllowed, "此地址不支持该方法。", "Expected one of the methods in the header Allow but received another one.");

    /// <summary>A body of another type.</summary>
    public static Failure MediaTypeUnsupported { get; } = Failure.Of(
        FailureCodes.MediaTypeUnsupported,
        "内容类型应为application/json。",
        "Expected a body of the type application/json but received another one.");

    /// <summary>A form around a file that is wanted by itself.</summary>
    public static Failure SheetExpected { get; } = Failure.Of(
        FailureCodes.MediaTypeUnsupported,
        "请将文件本身作为请求内容(csv或xlsx),不要使用表单上传。",
        "Expected the csv or xlsx file itself as the body but received a form.");

    /// <summary>A token that is not ours.</summary>
    public static Failure ContinuationInvalid { get; } = Failure.Of(
        FailureCodes.ContinuationInvalid,
        "翻页标记无效,请从第一页重新开始。",
        "Expected the continuation of the same list with the same filter but received another token.");

    /// <summary>A body that is too large.</summary>
    /// <param name="limit">The cap, in bytes.</param>
    /// <returns>The failure.</returns>
    public static Failure TooLarge(long limit) => Failure.Of(
        FailureCodes.RequestTooLarge,
        $"请求内容不能超过{limit / 1048576} MB。",
        $"Expected a body of at most {limit / 1048576} MB but received a larger one.");

    /// <summary>A value that has to be there.</summary>
    /// <param name="name">The value's name in the request.</param>
    /// <param name="chinese">What it is called in Chinese.</param>
    /// <returns>The failure.</returns>
    public static Failure Missing(string name, string chinese) => Failure.Of(
        FailureCodes.ValueMissing, $"缺少{chinese}({name})。", $"Expected a text for {name} but received none.");

    /// <summary>A request that cannot be read.</summary>
    /// <param name="expected">What was expected, in English, without personal data.</param>
    /// <param name="chinese">The same in Chinese.</param>
    /// <returns>The failure.</returns>
    public static Failure Invalid(string chinese, string expected) => Failure.Of(
        FailureCodes.RequestInvalid, $"请求无效:{chinese}。", $"Expected {expected}.");
}
