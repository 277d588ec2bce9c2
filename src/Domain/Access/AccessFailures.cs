using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Access;

/// <summary>What can be wrong with a credential.</summary>
public static class AccessFailures
{
    /// <summary>No credential, or none that is known.</summary>
    public static Failure Denied { get; } = Failure.Of(
        FailureCodes.AccessDenied, "缺少有效的访问密钥。", "Expected the header Authorization: Bearer with a valid access key.");

    /// <summary>A key whose time is over. Said only to whoever has its secret.</summary>
    public static Failure Expired { get; } = Failure.Of(
        FailureCodes.AccessKeyExpired, "访问密钥已过期,请向管理员申请新的密钥。", "Expected an access key that is valid now but this one has expired.");

    /// <summary>A key that was taken back, or replaced. Said only to whoever has its secret, and to administrators.</summary>
    public static Failure KeyRevoked { get; } = Failure.Of(
        FailureCodes.AccessKeyRevoked, "访问密钥已停用。", "Expected an access key that is in use but this one was revoked or replaced.");

    /// <summary>No such key.</summary>
    public static Failure KeyUnknown { get; } = Failure.Of(
        FailureCodes.AccessKeyUnknown, "没有这个访问密钥。", "Expected the id of an access key but there is none with it.");

    /// <summary>A credential of the wrong role.</summary>
    public static Failure RoleNotAllowed { get; } = Failure.Of(
        FailureCodes.RoleNotAllowed, "此操作需要管理员的访问权限。", "Expected the credential of an administrator but received that of a teaching point.");

    /// <summary>A change without the form token of the session that it came with.</summary>
    public static Failure FormExpired { get; } = Failure.Of(
        FailureCodes.FormExpired,
        "页面已过期,请刷新后重试。",
        "Expected the form token of this session (the field __RequestVerificationToken, or the header X-Form-Token) but received none, or another; "
        + "load the page again.");

    /// <summary>More requests than the credential's quota.</summary>
    public static Failure QuotaExceeded { get; } = Failure.Of(
        FailureCodes.QuotaExceeded,
        "请求过于频繁,请稍后再试。",
        "Expected fewer requests with this credential; the header Retry-After tells in how many seconds it may go on.");
}
