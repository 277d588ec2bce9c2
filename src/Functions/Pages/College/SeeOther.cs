namespace PhotoFunctions.Functions.Pages.College;

/// <summary>What follows a form that was taken: the browser asks for another page, and reloading that one sends nothing again.</summary>
internal sealed class SeeOther(string path) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status303SeeOther;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
