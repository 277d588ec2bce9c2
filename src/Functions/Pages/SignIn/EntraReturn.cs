using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Pages.College;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.SignIn;

/// <summary>Answers people who come back from the college's tenant: with a session, or with what went wrong.</summary>
internal sealed partial class EntraReturn(
    CollegePages pages,
    SignInPages signIn,
    StorageAccount storage,
    IAuditTrail trail,
    TimeProvider time,
    ILogger<EntraReturn> logger)
{
    /// <summary>They are who they say. A session begins if they are administrators.</summary>
    public async Task WelcomeAsync(TicketReceivedContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        Forget(http.Request);
        if (!EntraIdentity.Read(Sessions.SchemeName, context.Principal!).Succeeded(out var principal, out var failure))
        {
            await ExecuteAsync(http, await pages.RefusalAsync(http, failure.Code, failure.Message, Problems.StatusOf(failure.Code)));
            return;
        }

        await storage.EnsureCreatedAsync(http.RequestAborted);
        await Sessions.BeginAsync(http, principal);
        await TellAsync(Caller.Of(http));

        // Not a redirect: the browser is on a way that began at another site, and would leave the strict cookie at home for all of it. A
        // page of ours that goes on by itself begins a way of its own.
        var back = BackPath.Of(context.ReturnUri);
        http.Response.Headers["Refresh"] = $"0; url={back}";
        await ExecuteAsync(
            http, await pages.RenderAsync<WelcomePage>(http, new PageFrame(WelcomePage.Title), (nameof(WelcomePage.Back), back)));
    }

    /// <summary>They turned back, or the tenant's answer is not what was asked for.</summary>
    public async Task RefuseAsync(HandleRequestContext<RemoteAuthenticationOptions> context)
    {
        context.HandleResponse();
        Forget(context.HttpContext.Request);

        // The tenant's own number of the error, and nothing else of what it said: that may name people.
        if (TenantError().Match((context as RemoteFailureContext)?.Failure?.Message ?? "") is { Success: true } error)
        {
            Log.Refused(logger, error.Value, MeaningOf(error.Value));
        }

        await ExecuteAsync(context.HttpContext, await signIn.TurnBackAsync(context.HttpContext));
    }

    // The address with the tenant's answer is good for one time: a page's own links lead to the sign-in instead.
    private static void Forget(HttpRequest request) => (request.Path, request.QueryString) = (PagePaths.SignIn, QueryString.Empty);

    private static Task ExecuteAsync(HttpContext http, IResult page) => page.ExecuteAsync(http);

    // https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    private static string MeaningOf(string error) => error switch
    {
        "AADSTS7000222" => "EntraClientSecret has expired: make a new one in the app registration",
        "AADSTS7000215" => "EntraClientSecret is not the secret's value",
        "AADSTS700016" => "EntraAudience is no app of this tenant",
        "AADSTS50011" => "the redirect address is not registered, or PublicAddress is another",
        _ => "see the tenant's sign-in log",
    };

    [GeneratedRegex("AADSTS[0-9]{4,9}")]
    private static partial Regex TenantError();

    private Task TellAsync(Caller caller) => trail.AppendAsync(
        new AuditEntry { At = time.GetUtcNow(), Credential = caller.Id, Role = caller.Role, Action = AuditAction.SignedIn },
        CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The tenant refused a sign-in ({Error}): {Meaning}")]
        public static partial void Refused(ILogger logger, string error, string meaning);
    }
}
