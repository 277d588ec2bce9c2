using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PhotoFunctions.Functions.Pages.SignIn;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// Signs administrators in with their account of the college's tenant: the authorization code flow with PKCE. Nothing of the tenant's
/// tokens is kept; a session of this app stands for what they said.
/// </summary>
internal static class EntraSignIn
{
    public const string SchemeName = "Entra";

    /// <summary>How long somebody may be away: to type a password, and to find the telephone.</summary>
    public static readonly TimeSpan LongestJourney = TimeSpan.FromMinutes(15);

    public static AuthenticationBuilder AddEntraSignIn(this AuthenticationBuilder authentication, EntraSettings entra)
    {
        if (!entra.HasSignIn)
        {
            return authentication;
        }

        authentication.Services.AddSingleton<EntraReturn>()
            .AddOptions<OpenIdConnectOptions>(SchemeName)
            .Configure<SessionCookies, IServiceProvider>((options, cookies, services) =>
            {
                options.Authority = entra.Authority;
                options.ClientId = entra.Audience;
                options.ClientSecret = entra.ClientSecret;
                options.ResponseType = OpenIdConnectResponseType.Code;
                options.UsePkce = true;

                // A form that another site posts here would need cookies that every other site's forms bring, too.
                options.ResponseMode = OpenIdConnectResponseMode.Query;
                options.CallbackPath = EntraPaths.Callback;
                options.RemoteSignOutPath = default;
                options.SignedOutCallbackPath = default;
                options.SignInScheme = Sessions.SchemeName;
                options.SaveTokens = false;
                options.MapInboundClaims = false;
                options.DisableTelemetry = true;
                options.RemoteAuthenticationTimeout = LongestJourney;
                options.CorrelationCookie = cookies.Journey;
                options.NonceCookie = cookies.Nonce;
                options.TimeProvider = services.GetRealTime();
                options.Events.OnRedirectToIdentityProvider = Leave;
                options.Events.OnTicketReceived = context => AnswerOf(context.HttpContext).WelcomeAsync(context);
                options.Events.OnAccessDenied = context => AnswerOf(context.HttpContext).RefuseAsync(context);
                options.Events.OnRemoteFailure = context => AnswerOf(context.HttpContext).RefuseAsync(context);
            });
        authentication.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        return authentication.AddRemoteScheme<OpenIdConnectOptions, EntraHandler>(SchemeName, null, _ => { });

        static EntraReturn AnswerOf(HttpContext context) => context.RequestServices.GetRequiredService<EntraReturn>();
    }

    // The request's own scheme and host are those of the host on this machine.
    private static Task Leave(RedirectContext context)
    {
        var settings = context.HttpContext.RequestServices.GetRequiredService<AppSettings>();
        context.ProtocolMessage.RedirectUri = new Uri(settings.PublicAddress, EntraPaths.Callback.TrimStart('/')).AbsoluteUri;
        return Task.CompletedTask;
    }
}
