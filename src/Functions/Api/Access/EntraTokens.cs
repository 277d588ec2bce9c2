using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// Knows an administrator by a bearer token of the college's Entra tenant, when one is configured; on the emulator also by a token that
/// <c>dotnet user-jwts</c> made.
/// </summary>
internal static class EntraTokens
{
    /// <summary>The scheme that looks at a credential and leaves it to the one that knows its kind.</summary>
    public const string Selector = "Credential";

    public static void Add(AuthenticationBuilder authentication, IConfiguration configuration)
    {
        // With a setting that is refused, the app does not start.
        var reader = new SettingReader(configuration);
        var entra = EntraSettings.Read(reader);
        var hasLocalKeys = reader.HasSection(AppSettings.LocalTokenKeys);
        authentication.AddEntraSignIn(entra);
        authentication.AddPolicyScheme(Selector, null, options => options.ForwardDefaultSelector = context =>

            // A header is said with intent, a cookie is sent by itself.
            context.Request.Headers.Authorization.Count == 0 && Sessions.IsSent(context) ? Sessions.SchemeName
            : (entra.HasTenant || hasLocalKeys) && LooksLikeJwt(AccessKeyAuthentication.TokenOf(context)) ? JwtBearerDefaults.AuthenticationScheme
            : AccessKeyAuthentication.SchemeName);
        if (!entra.HasTenant && !hasLocalKeys)
        {
            return;
        }

        // Issuer, audience and key of dotnet user-jwts are read from the section Authentication by the scheme itself.
        authentication.AddJwtBearer(options =>
        {
            if (entra.HasTenant)
            {
                options.Authority = entra.Authority;
                options.TokenValidationParameters.ValidAudiences = [entra.Audience, $"api://{entra.Audience}"];
            }

            options.MapInboundClaims = false;
            options.Events = new JwtBearerEvents { OnTokenValidated = Translate };
        });
    }

    private static bool LooksLikeJwt(string? token) => token?.Count(c => c == '.') == 2;

    private static Task Translate(TokenValidatedContext context)
    {
        if (EntraIdentity.Read(JwtBearerDefaults.AuthenticationScheme, context.Principal!).Succeeded(out var principal, out var failure))
        {
            context.Principal = principal;
        }
        else
        {
            AccessAnswers.Remember(context.HttpContext, failure);
            context.Fail(failure.Code);
        }

        return Task.CompletedTask;
    }
}
