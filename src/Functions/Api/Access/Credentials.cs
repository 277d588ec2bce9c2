using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Says whose an access key is: one of the stored ones, or the administrator's of the app settings.</summary>
internal sealed class Credentials(AppSettings settings, IAccessKeyStore keys, TimeProvider time)
{
    /// <summary>The id of the key in the app settings.</summary>
    public const string SettingsKey = "settings";

    /// <summary>Reads the text of a key, for the scheme by which it came.</summary>
    public async Task<Result<ClaimsPrincipal>> ReadAsync(string scheme, string text, CancellationToken cancellationToken)
    {
        if (settings.AdminKey.Length > 0 && AreEqual(Hash(text), Hash(settings.AdminKey)))
        {
            return Caller.Principal(scheme, SettingsKey, AccessRole.Administrator);
        }

        // An unknown id and a wrong secret take the same way.
        return AccessKeyToken.TryParse(text, out var token)
            && await keys.FindAsync(token.Id, cancellationToken) is { } key
            && AreEqual(token.SecretHash.Span, key.SecretHash.Span)
                ? Judge(scheme, key)
                : AccessFailures.Denied;
    }

    /// <summary>Reads again, as it stands now, the key with which somebody signed in.</summary>
    /// <param name="scheme">The scheme by which it came.</param>
    /// <param name="id">The key's id.</param>
    /// <param name="stamp">What <see cref="StampOf"/> said then.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<Result<ClaimsPrincipal>> ReadAgainAsync(
        string scheme, string id, string? stamp, CancellationToken cancellationToken) => id == SettingsKey
        ? stamp is not null && stamp == StampOf(id)
            ? Caller.Principal(scheme, SettingsKey, AccessRole.Administrator)
            : AccessFailures.Denied
        : await keys.FindAsync(id, cancellationToken) is { } key
            ? Judge(scheme, key)
            : AccessFailures.Denied;

    /// <summary>
    /// By what a key of the same id is known to be another one: the setting may change, and is no more who signed in. Null where there
    /// is no such key, or where an id stands for one key for good.
    /// </summary>
    public string? StampOf(string id) =>
        id == SettingsKey && settings.AdminKey.Length > 0 ? Convert.ToHexStringLower(Hash(settings.AdminKey)) : null;

    private static bool AreEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(one, other);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private Result<ClaimsPrincipal> Judge(string scheme, AccessKey key) => key.IsValid(time.GetUtcNow())
        ? Caller.Principal(scheme, key.Id, key.Role, key.TeachingPoint, key.Holder)
        : key.RevokedAt is null ? AccessFailures.Expired : AccessFailures.KeyRevoked;
}
