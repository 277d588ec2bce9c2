using System.Buffers.Text;
using System.Security.Cryptography;
using PhotoFunctions.LocalHost.Settings;

namespace PhotoFunctions.LocalHost;

/// <summary>The app's own admin key: made for this run when nobody has set one, so that no run starts with a known key.</summary>
internal static class AdminKey
{
    public const string Setting = "AdminKey";

    private const string Prefix = "ph_local_";

    /// <summary>24 bytes are 32 URL-safe characters.</summary>
    private const int Bytes = 24;

    /// <returns>The options to start with, and the key if it was generated.</returns>
    public static (HostOptions Options, string? Generated) Ensure(HostOptions options)
    {
        if (AppSettings.Find(options, Setting) is { Length: > 0 })
        {
            return (options, null);
        }

        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var settings = new Dictionary<string, string>(options.AppSettings) { [Setting] = key };
        return (options with { AppSettings = settings }, key);
    }
}
