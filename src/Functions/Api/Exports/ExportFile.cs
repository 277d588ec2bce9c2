using Microsoft.Net.Http.Headers;
using PhotoFunctions.Functions.Pages.Print;

namespace PhotoFunctions.Functions.Api.Exports;

/// <summary>
/// A file that is written while it is sent. It begins only after the audit trail has its line; when the caller goes away, the work stops.
/// </summary>
internal sealed class ExportFile(string fileName, string contentType, Func<Stream, CancellationToken, Task> write) : IResult
{
    public const string Page = "text/html; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, aborted) = (httpContext.Response, httpContext.RequestAborted);
        var disposition = new ContentDispositionHeaderValue(contentType == Page ? "inline" : "attachment");
        disposition.SetHttpFileName(fileName);
        response.ContentType = contentType;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = contentType == Page ? PrintFile.Policy : "default-src 'none'";
        await write(response.Body, aborted);
    }
}
