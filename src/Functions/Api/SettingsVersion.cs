using System.Globalization;
using Microsoft.Net.Http.Headers;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Api;

/// <summary>The version of a cohort's settings as an ETag: it comes with every answer, and <c>If-Match</c> may ask for it.</summary>
internal static class SettingsVersion
{
    public static void Answer(HttpContext context, Cohort cohort) => context.Response.Headers.ETag = Tag(cohort);

    /// <summary>Whether the stored cohort is one that the request's <c>If-Match</c> names. Without the header any is.</summary>
    public static bool IsExpected(HttpContext context, Cohort? standing)
    {
        // Read as text: a malformed header has to fail the condition, not to vanish.
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0)
        {
            return true;
        }

        return standing is not null
            && EntityTagHeaderValue.TryParseList(header, out var tags)
            && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.ToString() == Tag(standing));
    }

    private static string Tag(Cohort cohort) => string.Create(CultureInfo.InvariantCulture, $"\"{cohort.Version}\"");
}
