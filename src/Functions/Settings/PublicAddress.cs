namespace PhotoFunctions.Functions.Settings;

/// <summary>Where people reach the app from outside: the links in mails begin with it.</summary>
internal static class PublicAddress
{
    private const string Setting = "PublicAddress";

    /// <summary>The setting, or what the platform says; null where neither does.</summary>
    public static Uri? Read(SettingReader reader) =>
        reader.Find(Setting) is null && reader.Find("WEBSITE_HOSTNAME") is { } host
            ? Parse($"{(IsThisMachine(host) ? Uri.UriSchemeHttp : Uri.UriSchemeHttps)}://{host}")
            : reader.Parsed(Setting, Parse, "an https address without a user, query or fragment", "https://photos.college.example/");

    private static Uri? Parse(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && (address.UserInfo + address.Query + address.Fragment).Length == 0
            ? address
            : null;

    private static bool IsThisMachine(string host) =>
        Uri.TryCreate($"http://{host}", UriKind.Absolute, out var address) && address.IsLoopback;
}
