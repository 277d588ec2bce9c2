using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Knows a caller by an access key: one of the stored ones, or the administrator's of the app settings.</summary>
internal sealed class AccessKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    AppSettings settings,
    IAccessKeyStore keys,
    TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "AccessKey";

    /// <summary>The id of the key in the app settings.</summary>
    public const string SettingsKey = "settings";

    private const string Bearer = "Bearer ";

    /// <summary>The text behind <c>Bearer</c>; null when there is none.</summary>
    public static string? TokenOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Context) is not { } text)
        {
            return AuthenticateResult.NoResult();
        }

        if (settings.AdminKey.Length > 0 && AreEqual(Hash(text), Hash(settings.AdminKey)))
        {
            return Passed(Caller.Principal(SchemeName, SettingsKey, AccessRole.Administrator));
        }

        // An unknown id and a wrong secret take the same way.
        if (!AccessKeyToken.TryParse(text, out var token)
            || await keys.FindAsync(token.Id, Context.RequestAborted) is not { } key
            || !AreEqual(token.SecretHash.Span, key.SecretHash.Span))
        {
            return Refused(AccessFailures.Denied);
        }

        return key.IsValid(time.GetUtcNow()) ? Passed(Caller.Principal(SchemeName, key.Id, key.Role, key.TeachingPoint, key.Holder))
            : Refused(key.RevokedAt is null ? AccessFailures.Expired : AccessFailures.KeyRevoked);
    }

    private static bool AreEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(one, other);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static AuthenticateResult Passed(ClaimsPrincipal principal) =>
        AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));

    private AuthenticateResult Refused(Failure failure)
    {
        AccessAnswers.Remember(Context, failure);
        return AuthenticateResult.Fail(failure.Code);
    }
}
