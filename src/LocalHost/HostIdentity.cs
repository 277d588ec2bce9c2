using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.LocalHost;

/// <summary>The host's id: receipts and timers are kept under it, so it must be the same at the next start.</summary>
internal static class HostIdentity
{
    private const string Setting = "AzureFunctionsWebHost__hostid";

    public static string Find(string appRoot, Func<string, string?> setting) =>
        setting(Setting) is { Length: > 0 } given
            ? given
            : "local-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(appRoot)))[..16];
}
