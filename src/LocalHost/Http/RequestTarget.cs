using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace PhotoFunctions.LocalHost.Http;

/// <summary>The path and query to forward: the client's own bytes, unless they mean another path than the one that was routed.</summary>
internal static class RequestTarget
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri For(HttpContext context, Uri handler, bool mergeRepeatedKeys)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = raw.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? raw : raw[..mark];
        if (!path.StartsWith('/') || HasDotSegment(path))
        {
            path = context.Request.Path.ToUriComponent();
        }

        var query = mergeRepeatedKeys ? Merge(context.Request.Query, context.Request.QueryString.Value) : mark < 0 ? "" : raw[mark..];
        return new Uri(handler.GetLeftPart(UriPartial.Authority) + path + query, AsWritten);
    }

    private static bool HasDotSegment(string path) =>
        path.Split('/').Any(segment => segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..");

    // A host that only forwards reads the query into a dictionary and writes it anew.
    private static string Merge(IQueryCollection query, string? asWritten) =>
        query.All(pair => pair.Value.Count < 2)
            ? asWritten ?? ""
            : "?" + string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Join(pair.Value)}"));

    private static string Join(StringValues values) => string.Join(',', values.Select(value => Uri.EscapeDataString(value ?? "")));
}
