using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using PhotoFunctions.Functions.Api.OpenApi;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Who is signed in. Open to all: a page whose session has ended goes on after somebody signed in in another window.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api) =>
        api.MapGet("/session", Show).AllowAnonymous()
            .Describe("getSession", "Who is signed in in this browser, and the form token that its changes need.")
            .Produces<SessionView>();

    private static Ok<SessionView> Show(HttpContext context, IAntiforgery antiforgery)
    {
        var token = antiforgery.GetAndStoreTokens(context).RequestToken!;
        context.Response.Headers.CacheControl = "no-store";
        var caller = Caller.IsKnown(context) ? Caller.Of(context) : null;
        return TypedResults.Ok(new SessionView(caller is not null, caller?.Role, caller?.TeachingPoint?.Value, caller?.Holder, token));
    }
}
