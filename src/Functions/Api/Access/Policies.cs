using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Pages.SignIn;
using PhotoFunctions.Functions.Storage.Access;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Who may call which endpoint. An endpoint that does not say so is closed to everybody.</summary>
internal static class Policies
{
    /// <summary>Administrators only.</summary>
    public const string Administrators = nameof(Administrators);

    /// <summary>The college: administrators, and teaching points for what is theirs.</summary>
    public const string College = nameof(College);

    public static T ForAdministrators<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(Administrators);

    /// <summary>What a teaching point sees behind it, <see cref="Place"/> limits.</summary>
    public static T ForCollege<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(College);

    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        EntraTokens.Add(
            services.AddAuthentication(EntraTokens.Selector)
                .AddScheme<AuthenticationSchemeOptions, AccessKeyAuthentication>(AccessKeyAuthentication.SchemeName, null)
                .AddSessions(),
            configuration);
        services.AddAntiforgery().AddOptions<AntiforgeryOptions>().Configure<SessionCookies>((options, cookies) =>
        {
            options.Cookie = cookies.Form;
            options.HeaderName = FormTokens.Header;
            options.FormFieldName = FormTokens.Field;

            // The pages' own policy says that nobody frames them.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Administrators, policy => policy.RequireClaim(Caller.RoleClaim, nameof(AccessRole.Administrator)))
            .AddPolicy(College, policy => policy.RequireClaim(
                Caller.RoleClaim, nameof(AccessRole.Administrator), nameof(AccessRole.TeachingPoint)))

            // An address or method that does not exist is told to whoever has signed in; an endpoint without a policy is closed.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder()
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
                .Build());
        return services
            .AddProtectionKeys()
            .AddSingleton<Credentials>()
            .AddSingleton<SignInQuota>()
            .AddSingleton<SignInPages>()
            .AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>()
            .AddHttpContextAccessor()
            .AddScoped(scope => Caller.Of(scope.GetRequiredService<IHttpContextAccessor>().HttpContext!))
            .AddScoped<AuditNote>();
    }
}
