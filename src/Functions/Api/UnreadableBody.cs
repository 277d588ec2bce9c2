using System.Text.Json;
using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api;

/// <summary>Answers a body that cannot be read, and says where it cannot: by the member, never by what stands there.</summary>
internal sealed partial class UnreadableBody(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException ex) when (!context.Response.HasStarted)
        {
            await Problems.From(FailureOf(ex)).ExecuteAsync(context);
        }
    }

    private static Failure FailureOf(BadHttpRequestException ex) => ex.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => RequestFailures.TooLarge(Access.BodyLimit.LargestBody),
        StatusCodes.Status415UnsupportedMediaType => RequestFailures.MediaTypeUnsupported,
        _ when ex.InnerException is JsonException json => FailureOf(json),
        _ => RequestFailures.Invalid("缺少JSON内容,或内容无法读取", "a body of JSON, and a request that can be read, but received another one"),
    };

    private static Failure FailureOf(JsonException ex)
    {
        var member = Member(ex.Path);

        // The reader's own exception: the text is no JSON. Where it breaks off is told by its place.
        if (ex.InnerException is JsonException)
        {
            var (line, place) = ((ex.LineNumber ?? 0) + 1, (ex.BytePositionInLine ?? 0) + 1);
            return RequestFailures.Invalid(
                $"第{line}行第{place}字节处不是正确的JSON({member})", $"correct JSON but it goes wrong in line {line} at byte {place} ({member})");
        }

        // The library tells the two apart by its words alone; a test holds them.
        return ex.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? RequestFailures.Invalid($"没有名为{member}的项", $"known members only but received {member}")
            : RequestFailures.Invalid(
                $"{member}的值类型或格式不正确,或有缺少", $"the value of {member} in its form, with all that it needs, but received another one");
    }

    // Names of members may be anything that somebody typed: only what looks like one of ours is said back.
    private static string Member(string? path)
    {
        var known = Known().Match(path ?? "").Value;
        return known.Length == 0 ? "$" : known.Length == path!.Length ? known : known + ".…";
    }

    [GeneratedRegex(@"^\$(\.[A-Za-z]{1,30}|\[[0-9]{1,6}\])*", RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
