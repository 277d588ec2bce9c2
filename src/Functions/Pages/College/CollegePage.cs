using System.Text;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>A page for the people of the college: nobody keeps it, it loads nothing from elsewhere and stands in nobody's frame.</summary>
internal sealed class CollegePage(string html, string policy, int status) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = Encoding.UTF8.GetBytes(html);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
