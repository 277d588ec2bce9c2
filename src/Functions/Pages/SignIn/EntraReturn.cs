using Microsoft.AspNetCore.Authentication;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Pages.College;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.SignIn;

/// <summary>Answers people who come back from the college's tenant: with a session, or with what went wrong.</summary>
internal sealed class EntraReturn(CollegePages pages, SignInPages signIn, StorageAccount storage, IAuditTrail trail, TimeProvider time)
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
        await ExecuteAsync(context.HttpContext, await signIn.TurnBackAsync(context.HttpContext));
    }

    // The address with the tenant's answer is good for one time: a page's own links lead to the sign-in instead.
    private static void Forget(HttpRequest request) => (request.Path, request.QueryString) = (PagePaths.SignIn, QueryString.Empty);

    private static Task ExecuteAsync(HttpContext http, IResult page) => page.ExecuteAsync(http);

    private Task TellAsync(Caller caller) => trail.AppendAsync(
        new AuditEntry { At = time.GetUtcNow(), Credential = caller.Id, Role = caller.Role, Action = AuditAction.SignedIn },
        CancellationToken.None);
}
