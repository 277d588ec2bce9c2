using Microsoft.AspNetCore.Http.HttpResults;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>The pages' own files, open to all: they say nothing about anybody.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/assets/{version}/{name}", Get).AllowAnonymous().ExcludeFromDescription();

    // A page of an older version of the app finds the file of today, which nobody keeps.
    private static Results<FileContentHttpResult, ProblemHttpResult> Get(string version, string name, PageAssets assets, HttpResponse response)
    {
        if (assets.Find(name) is not { } bytes)
        {
            return Problems.From(RequestFailures.NotFound);
        }

        response.Headers.CacheControl = version == assets.Version ? "public, max-age=31536000, immutable" : "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(bytes, KindOf(name));
    }

    private static string KindOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };
}
