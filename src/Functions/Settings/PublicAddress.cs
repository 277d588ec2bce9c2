namespace PhotoFunctions.Functions.Settings;

/// <summary>Where people reach the app from outside: the links in mails begin with it.</summary>
internal static class PublicAddress
{
    private const string Setting = "PublicAddress";

    /// <summary>The setting, or what the platform says; null where neither does.</summary>
    public static Uri? Read(IConfiguration configuration)
    {
        var (set, host) = (configuration[Setting], configuration["WEBSITE_HOSTNAME"]);
        return !string.IsNullOrWhiteSpace(set) ? Parse(set)
            : string.IsNullOrWhiteSpace(host) ? null
            : Parse($"{(IsThisMachine(host) ? Uri.UriSchemeHttp : Uri.UriSchemeHttps)}://{host}");
    }

    private static Uri Parse(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && (address.UserInfo + address.Query + address.Fragment).Length == 0
            ? address
            : throw new InvalidOperationException(
                $"Expected the setting {Setting} to be an address such as https://photos.college.example/ but received another text.");

    private static bool IsThisMachine(string host) =>
        Uri.TryCreate($"http://{host}", UriKind.Absolute, out var address) && address.IsLoopback;
}
