using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using PhotoFunctions.Domain.Access;
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

    /// <summary>The app role that an administrator has in the tenant.</summary>
    public const string AdministratorRole = "PhotoFunctions.Administrator";

    /// <summary>Before the object id of an identity, in the audit trail.</summary>
    public const string IdPrefix = "entra:";

    private const string LocalKeys = "Authentication:Schemes:Bearer:SigningKeys";

    public static void Add(AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var entra = EntraSettings.Read(configuration);
        var hasLocalKeys = configuration.GetSection(LocalKeys).GetChildren().Any();
        if (hasLocalKeys && !AppSettings.Read(configuration).IsLocalStorage)
        {
            throw new InvalidOperationException($"Expected no {LocalKeys} outside the emulator: whoever has such a key is an administrator.");
        }

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

    // A name that no decision can bear is left out; the caller says who decides then.
    private static string? NameOf(ClaimsPrincipal user) =>
        user.FindFirstValue("name") is { Length: > 0 and <= AccessKeyDraft.LongestHolder } name ? name : null;

    private static bool LooksLikeJwt(string? token) => token?.Count(c => c == '.') == 2;

    // The tenant's word is taken for who it is and for this one role; what else the token says does not matter here.
    private static Task Translate(TokenValidatedContext context)
    {
        var user = context.Principal!;
        var isAdministrator = user.FindAll("roles").Concat(user.FindAll("role")).Any(role => role.Value == AdministratorRole);
        var id = user.FindFirstValue("oid") ?? user.FindFirstValue("sub");
        if (isAdministrator && id is not null)
        {
            context.Principal = Caller.Principal(
                JwtBearerDefaults.AuthenticationScheme, IdPrefix + id, AccessRole.Administrator, holder: NameOf(user));
        }
        else
        {
            AccessAnswers.Remember(context.HttpContext, AccessFailures.RoleNotAllowed);
            context.Fail(AccessFailures.RoleNotAllowed.Code);
        }

        return Task.CompletedTask;
    }
}
