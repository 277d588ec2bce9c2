using System.Text;

namespace PhotoFunctions.Functions.Pages;

/// <summary>A page as an answer: nobody keeps it, finds it by searching, learns from it where somebody was, or frames it.</summary>
/// <param name="html">The whole document.</param>
/// <param name="policy">The content security policy: what the page may load and send.</param>
/// <param name="status">The status of the answer.</param>
internal sealed class HtmlPage(string html, string policy, int status) : IResult, IStatusCodeHttpResult
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

        // A quota that knows better has said so before.
        if (status == StatusCodes.Status429TooManyRequests && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = "60";
        }

        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
