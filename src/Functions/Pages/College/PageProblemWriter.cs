using Microsoft.AspNetCore.Diagnostics;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>
/// Writes every problem of a page as a page: what its handler refuses, what is in front of it (access, quotas, the size of a body),
/// and what was thrown.
/// </summary>
internal sealed class PageProblemWriter(CollegePages pages) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context)
    {
        // Behind an exception the endpoint is forgotten. A mistyped address has none: a browser says that it wants a page.
        var http = context.HttpContext;
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return endpoint is null
            ? http.Request.GetTypedHeaders().Accept.Any(wanted => wanted.MediaType == "text/html")
            : endpoint.Metadata.GetMetadata<PageMark>() is not null;
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        // Only the framework's own writer does this by itself.
        Problems.Complete(context);
        var problem = context.ProblemDetails;
        var message = new BilingualText(problem.Extensions["messageZh"] as string ?? "", problem.Detail ?? "");
        var status = problem.Status ?? StatusCodes.Status500InternalServerError;
        var page = await pages.RefusalAsync(context.HttpContext, problem.Extensions["code"] as string ?? "", message, status);
        await page.ExecuteAsync(context.HttpContext);
    }
}
