using System.Text.Json.Serialization;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage.Links;

namespace PhotoFunctions.Functions.Api;

/// <summary>Links to one small picture each of many students: every one that is given is a look at a student's photo.</summary>
internal static class ThumbnailEndpoints
{
    // As many as the storage writes to the trail in a moment.
    private const int MostStudents = 100;

    public static void MapThumbnails(this IEndpointRouteBuilder api) =>
        api.MapPost("/cohorts/{cohort}/teaching-points/{teachingPoint}/pictures", CreateAsync)
            .ForCollege().Audited(AuditAction.PictureViewed)
            .Describe("createPictureLinks", "Gives links that show one small picture each of these students for five minutes.")
            .Produces<ThumbnailList>();

    private static async Task<IResult> CreateAsync(
        string cohort,
        string teachingPoint,
        ThumbnailsBody body,
        Place place,
        ThumbnailLinks links,
        AuditNote note,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (!(await place.TeachingPointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out var failure)
            || !body.Read().Succeeded(out var students, out failure))
        {
            return Problems.From(failure);
        }

        // A student whom nobody knows, one of another teaching point and one without a photo are answered alike: without a link.
        var numbers = students.Select(student => StudentNumber.Parse(student).Value).ToList();
        var found = await links.CreateAsync(point.Cohort, point.Code, numbers.OfType<StudentNumber>(), cancellationToken);
        (note.Students, note.Details) = ([.. found.Keys], "link to a small picture");
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ThumbnailList(
            [.. students.Zip(numbers, (student, number) => ThumbnailView.Of(student, number is null ? null : found.GetValueOrDefault(number)))]));
    }

    internal sealed record ThumbnailsBody(string?[]? Students)
    {
        public Result<string?[]> Read() => Students is { Length: > 0 and <= MostStudents }
            ? Students
            : RequestFailures.Invalid(
                $"students应有1至{MostStudents}个学号",
                $"1 to {MostStudents} students but received {(Students is null ? "none" : $"{Students.Length}")}");
    }

    internal sealed record ThumbnailList(IReadOnlyList<ThumbnailView> Items);

    /// <summary>A student as the caller wrote it, and the link, where there is a picture to show.</summary>
    internal sealed record ThumbnailView
    {
        public required string? StudentNumber { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Picture { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Uri? Url { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DateTimeOffset? ExpiresAt { get; init; }

        public static ThumbnailView Of(string? student, PictureLink? link) =>
            new() { StudentNumber = student, Picture = link?.Picture, Url = link?.Url, ExpiresAt = link?.ExpiresAt };
    }
}
