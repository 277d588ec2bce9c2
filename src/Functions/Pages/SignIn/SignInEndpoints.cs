using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Pages.College;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Pages.SignIn;

/// <summary>Begins and ends sessions.</summary>
internal static class SignInEndpoints
{
    /// <summary>The fields of the form.</summary>
    public const string KeyField = "accessKey";
    public const string BackField = "back";

    private const int LongestKey = 200;

    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sign-in", ShowAsync).AllowAnonymous().AsPage();
        pages.MapPost("/sign-in", SignInAsync).AllowAnonymous().WithMetadata(new NeedsFormToken()).Audited(AuditAction.SignedIn).AsPage();
        pages.MapPost("/sign-out", (Delegate)SignOutAsync).ForCollege().Audited(AuditAction.SignedOut).AsPage();
        if (pages.ServiceProvider.GetRequiredService<EntraSettings>().HasSignIn)
        {
            pages.MapGet(EntraPaths.Start["/api".Length..], Leave).AllowAnonymous().AsPage();
        }
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SignInPages pages)
    {
        var back = BackOf(context.Request.Query[BackField]);
        return Caller.IsKnown(context) ? SeeOther(context, back) : await pages.ShowAsync(context, back);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        Credentials credentials,
        SignInQuota quota,
        SignInPages pages,
        AuditNote note,
        CancellationToken cancellationToken)
    {
        // Until somebody has signed in there is nobody to tell of.
        note.IsNothing = true;
        var form = await Forms.ReadAsync(context.Request, cancellationToken) ?? FormCollection.Empty;
        var back = BackOf(form[BackField]);
        var text = form[KeyField] is [{ Length: <= LongestKey } key] ? key.Trim() : "";
        if (!(await credentials.ReadAsync(Sessions.SchemeName, text, cancellationToken)).Succeeded(out var principal, out var failure))
        {
            return await pages.RefuseAsync(context, back, quota.AdmitsStranger() ? failure : AccessFailures.QuotaExceeded);
        }

        if (!quota.AdmitsHolder(principal))
        {
            return await pages.RefuseAsync(context, back, AccessFailures.QuotaExceeded);
        }

        await Sessions.BeginAsync(context, principal);
        note.IsNothing = false;
        return SeeOther(context, back);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await Sessions.EndAsync(context);
        return SeeOther(context, PagePaths.SignIn);
    }

    private static ChallengeHttpResult Leave(HttpContext context) => TypedResults.Challenge(
        new AuthenticationProperties { RedirectUri = BackOf(context.Request.Query[BackField]) }, [EntraSignIn.SchemeName]);

    private static string BackOf(StringValues values) => BackPath.Of(values is [{ } back] ? back : null);

    private static StatusCodeHttpResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
