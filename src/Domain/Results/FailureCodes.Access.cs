namespace PhotoFunctions.Domain.Results;

public static partial class FailureCodes
{
    // Credentials

    /// <summary>The access key's time is over.</summary>
    public const string AccessKeyExpired = "access-key-expired";

    /// <summary>The access key was taken back, or another one took its place.</summary>
    public const string AccessKeyRevoked = "access-key-revoked";

    /// <summary>There is no access key with this id.</summary>
    public const string AccessKeyUnknown = "access-key-unknown";

    /// <summary>The credential is good, but of the wrong role.</summary>
    public const string RoleNotAllowed = "role-not-allowed";

    /// <summary>A change without the form token of the session that it came with.</summary>
    public const string FormExpired = "form-expired";

    /// <summary>More requests than the credential's quota.</summary>
    public const string QuotaExceeded = "quota-exceeded";
}
