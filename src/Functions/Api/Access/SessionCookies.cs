using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// The cookies that the pages set. They follow the setting of the storage and never the request: the host calls the app by plain http on
/// this machine, however the browser came.
/// </summary>
internal sealed class SessionCookies(AppSettings settings)
{
    private const string Name = "photofunctions";

    /// <summary>Whose session it is.</summary>
    public CookieBuilder Session { get; } = Build(settings, Name, SameSiteMode.Strict);

    /// <summary>The half of a form token that no other site can send.</summary>
    public CookieBuilder Form { get; } = Build(settings, $"{Name}-form", SameSiteMode.Strict);

    /// <summary>
    /// What was sent along to the tenant. People come back by a link of another site, on which a strict cookie would stay at home.
    /// </summary>
    public CookieBuilder Journey { get; } = BuildJourney(settings, $"{Name}-entra.");

    /// <summary>What the tenant's token has to repeat.</summary>
    public CookieBuilder Nonce { get; } = BuildJourney(settings, $"{Name}-nonce.");

    private static OwnCookie BuildJourney(AppSettings settings, string name)
    {
        var cookie = Build(settings, name, SameSiteMode.Lax);
        cookie.Expiration = EntraSignIn.LongestJourney;
        return cookie;
    }

    // The prefix makes browsers hold the cookie to this host, to https and to all paths. The emulator has no https.
    private static OwnCookie Build(AppSettings settings, string name, SameSiteMode sameSite) => new(isSecure: !settings.IsLocalStorage)
    {
        Name = settings.IsLocalStorage ? name : $"__Host-{name}",
        HttpOnly = true,
        SameSite = sameSite,
        Path = "/",
        IsEssential = true,
    };
}
