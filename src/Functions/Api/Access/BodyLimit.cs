using Microsoft.AspNetCore.Http.Features;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>The largest body that the API reads. Asked for the credential first: nobody else's body is looked at.</summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    public const long LargestBody = 16 * 1024 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LargestBody)
        {
            return Problems.From(RequestFailures.TooLarge(LargestBody)).ExecuteAsync(context);
        }

        // For a body that does not tell its length.
        if (context.Request.ContentLength is null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        return next(context);
    }
}
