using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Answers whoever is not let in with problem details, as every other failure.</summary>
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
            return Problems.From(failure, failure == AccessFailures.RoleNotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized)
                .ExecuteAsync(context);
        }

        return Problems.From(AccessFailures.RoleNotAllowed).ExecuteAsync(context);
    }
}
