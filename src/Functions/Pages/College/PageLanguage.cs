using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>The language of whoever looks at a page: Chinese, unless they asked for English once.</summary>
internal static class PageLanguage
{
    /// <summary>The query parameter and the cookie.</summary>
    public const string Name = "language";

    private const string English = "en";
    private const string Chinese = "zh";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>Reads it, and keeps it where the address says it.</summary>
    public static Language Of(HttpContext context)
    {
        if (context.Request.Query[Name] is not [{ } asked] || asked is not (English or Chinese))
        {
            return context.Request.Cookies[Name] == English ? Language.English : Language.Chinese;
        }

        if (!context.Response.HasStarted)
        {
            context.Response.Cookies.Append(Name, asked, new CookieOptions
            {
                MaxAge = Lifetime,
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                Path = "/api",

                // As the session's own: the emulator has no https.
                Secure = !context.RequestServices.GetRequiredService<AppSettings>().IsLocalStorage,
            });
        }

        return asked == English ? Language.English : Language.Chinese;
    }

    /// <summary>The same page in the other language.</summary>
    public static string Switch(string path, Language language) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Name}={(language == Language.English ? Chinese : English)}";

    /// <summary>The local address of a request, without the switch.</summary>
    public static string PathOf(HttpRequest request)
    {
        // Escaped in full: what comes back through a form is held against few signs.
        var query = string.Join('&', request.Query.Where(one => one.Key != Name)
            .SelectMany(one => one.Value, (one, value) => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(value ?? "")}"));
        return $"{request.Path}{(query.Length > 0 ? "?" : "")}{query}";
    }
}
