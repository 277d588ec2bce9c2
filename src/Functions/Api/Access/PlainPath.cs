using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// Finds nothing at an address whose path means another one when it is read once more: dots and slashes that are escaped, dot segments.
/// The doors of the triggers bear no credential, and only the host's prefix keeps callers from them; no such path may lead around it.
/// </summary>
internal sealed partial class PlainPath(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        return Ambiguous().IsMatch(target.Split('?')[0])
            ? Problems.From(RequestFailures.NotFound).ExecuteAsync(context)
            : next(context);
    }

    [GeneratedRegex(@"%2e|%2f|%5c|%25|\\|/\.{1,2}(/|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();
}
