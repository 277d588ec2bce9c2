using Microsoft.Net.Http.Headers;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>The pictures of a student's photo, for whoever decides about it.</summary>
internal static class PictureEndpoints
{
    public static void MapPictures(this IEndpointRouteBuilder api) =>
        api.MapGet("/cohorts/{cohort}/students/{studentNumber}/photo/{picture}", GetAsync).ForCollege().Audited(AuditAction.PictureViewed)
            .Describe("getPicture", "A picture of the decided photo, as a download.")
            .AnswersFile("image/jpeg", "image/png", "application/octet-stream")
            .Refuses(FailureCodes.NotFound);

    // Whatever a stranger uploaded is neither guessed at nor shown in place, and no cache keeps a face.
    private static async Task<IResult> GetAsync(
        string cohort,
        string studentNumber,
        string picture,
        HttpResponse response,
        Place place,
        AuditNote note,
        PictureFiles files,
        CancellationToken cancellationToken)
    {
        if (!(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure))
        {
            return Problems.From(failure);
        }

        if (await files.OpenAsync(student, picture, cancellationToken) is not { } file)
        {
            return Problems.From(RequestFailures.NotFound);
        }

        note.Details = picture;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            file.Content, file.ContentType, file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }
}
