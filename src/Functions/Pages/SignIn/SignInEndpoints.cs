using Microsoft.AspNetCore.Http.HttpResults;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Pages.SignIn;

/// <summary>Begins and ends sessions.</summary>
internal static class SignInEndpoints
{
    /// <summary>The fields of the form.</summary>
    public const string KeyField = "accessKey";
    public const string BackField = "back";

    private const string Address = "/sign-in";
    private const int LongestKey = 200;

    public static void MapSignIn(this IEndpointRouteBuilder api)
    {
        api.MapPost(Address, SignInAsync).AllowAnonymous().WithMetadata(new NeedsFormToken()).Audited(AuditAction.SignedIn)
            .ExcludeFromDescription();
        api.MapPost("/sign-out", (Delegate)SignOutAsync).ForCollege().Audited(AuditAction.SignedOut)
            .ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, Credentials credentials, SignInQuota quota, AuditNote note, CancellationToken cancellationToken)
    {
        // Until somebody has signed in there is nobody to tell of.
        note.IsNothing = true;
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        var text = form[KeyField] is [{ Length: <= LongestKey } key] ? key.Trim() : "";
        if (!quota.Admits(text))
        {
            return Problems.From(AccessFailures.QuotaExceeded);
        }

        if (!(await credentials.ReadAsync(Sessions.SchemeName, text, cancellationToken)).Succeeded(out var principal, out var failure))
        {
            return quota.AdmitsStranger()
                ? Problems.From(failure, StatusCodes.Status401Unauthorized)
                : Problems.From(AccessFailures.QuotaExceeded);
        }

        await Sessions.BeginAsync(context, principal);
        note.IsNothing = false;
        return SeeOther(context, BackPath.Of(form[BackField] is [{ } back] ? back : null));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await Sessions.EndAsync(context);
        return SeeOther(context, $"/api{Address}");
    }

    private static StatusCodeHttpResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
