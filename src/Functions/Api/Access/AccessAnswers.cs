using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Pages.College;
using PhotoFunctions.Functions.Pages.SignIn;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Answers whoever is not let in with problem details, as every other failure; people at a page with the sign-in.</summary>
internal sealed class AccessAnswers : IAuthorizationMiddlewareResultHandler
{
    private static readonly object Reason = new();

    /// <summary>Keeps why a credential was refused until it is answered.</summary>
    public static void Remember(HttpContext context, Failure failure) => context.Items[Reason] = failure;

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded)
        {
            return next(context);
        }

        if (result.Challenged)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            var failure = context.Items[Reason] as Failure ?? AccessFailures.Denied;
            return failure == AccessFailures.RoleNotAllowed ? Problems.From(failure).ExecuteAsync(context)
                : context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null ? AskAsync(context, failure)
                : Problems.From(failure, StatusCodes.Status401Unauthorized).ExecuteAsync(context);
        }

        return Problems.From(AccessFailures.RoleNotAllowed).ExecuteAsync(context);
    }

    private static async Task AskAsync(HttpContext context, Failure failure)
    {
        var page = await context.RequestServices.GetRequiredService<SignInPages>().AskAsync(context, failure);
        await page.ExecuteAsync(context);
    }
}
