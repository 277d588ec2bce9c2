using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// Knows a caller by the cookie of somebody who signed in at the pages (docs/decisions/0025). The cookie says who; whether that credential
/// is still good is looked up at every request.
/// </summary>
internal static class Sessions
{
    public const string SchemeName = "Session";

    /// <summary>A day's work. Not prolonged by use: a browser that was left open somewhere is signed out by the next morning.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private const string Stamp = "stamp";
    private const string Number = "number";

    public static AuthenticationBuilder AddSessions(this AuthenticationBuilder authentication)
    {
        authentication.Services
            .AddSingleton<SessionCookies>()
            .AddSingleton<EndedSessions>()
            .AddOptions<CookieAuthenticationOptions>(SchemeName)
            .Configure<SessionCookies, IServiceProvider>((options, cookies, services) =>
            {
                options.Cookie = cookies.Session;
                options.ExpireTimeSpan = Length;
                options.SlidingExpiration = false;

                // As long as the browser that holds it, whatever date somebody tries.
                options.TimeProvider = services.GetRealTime();
                options.Events.OnValidatePrincipal = LookAgainAsync;
            });
        return authentication.AddCookie(SchemeName, _ => { });
    }

    /// <summary>Whether the request brings a session's cookie, good or not.</summary>
    public static bool IsSent(HttpContext context) =>
        context.Request.Cookies.ContainsKey(context.RequestServices.GetRequiredService<SessionCookies>().Session.Name!);

    /// <summary>Whether the caller is known by a session: the cookie came by itself, and a form token has to show the intent.</summary>
    public static bool IsCaller(HttpContext context) => context.User.Identity?.AuthenticationType == SchemeName;

    /// <summary>Begins a session, always another one: a cookie that was there before is nobody's.</summary>
    public static async Task BeginAsync(HttpContext context, ClaimsPrincipal principal)
    {
        var properties = new AuthenticationProperties { IsPersistent = false };
        properties.Items[Number] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        properties.Items[Stamp] = context.RequestServices.GetRequiredService<Credentials>().StampOf(IdOf(principal));
        await context.SignInAsync(SchemeName, principal, properties);
        context.User = principal;
    }

    /// <summary>Ends the session that the request came with.</summary>
    public static async Task EndAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(SchemeName);
        if (ticket.Properties is { ExpiresUtc: { } until } properties && properties.Items.TryGetValue(Number, out var number))
        {
            context.RequestServices.GetRequiredService<EndedSessions>().Add(number!, until);
        }

        await context.SignOutAsync(SchemeName);
    }

    private static string IdOf(ClaimsPrincipal principal) => principal.FindFirstValue(Caller.IdClaim)!;

    private static async Task LookAgainAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var items = context.Properties.Items;
        items.TryGetValue(Stamp, out var stamp);
        if (items.TryGetValue(Number, out var number) && services.GetRequiredService<EndedSessions>().Contains(number!))
        {
            context.RejectPrincipal();
            return;
        }

        // What the tenant said when somebody signed in is all there is until the session ends.
        var id = IdOf(context.Principal!);
        if (id.StartsWith(EntraIdentity.IdPrefix, StringComparison.Ordinal))
        {
            return;
        }

        var again = await services.GetRequiredService<Credentials>()
            .ReadAgainAsync(SchemeName, id, stamp, context.HttpContext.RequestAborted);
        if (again.Succeeded(out var principal, out var failure))
        {
            context.ReplacePrincipal(principal);
        }
        else
        {
            AccessAnswers.Remember(context.HttpContext, failure);
            context.RejectPrincipal();
        }
    }
}
