using Microsoft.AspNetCore.Mvc;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Links;

namespace PhotoFunctions.Functions.Api;

internal static class StudentEndpoints
{
    public static void MapStudents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cohorts/{cohort}/students/{studentNumber}", GetAsync).ForCollege().Audited(AuditAction.StudentViewed)
            .Describe("getStudent", "One student with photo, findings, history, and links that show the pictures for five minutes.")
            .Produces<StudentView>();
        api.MapDelete("/cohorts/{cohort}/students/{studentNumber}", RemoveAsync).ForAdministrators().Audited(AuditAction.StudentRemoved)
            .Describe("removeStudent", "Takes a student out of every list.")
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(FailureCodes.StudentMoving)
            .RefusesTexts();
    }

    private static async Task<IResult> GetAsync(
        string cohort,
        string studentNumber,
        Place place,
        StudentDirectory directory,
        PictureLinks links,
        AuditNote note,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (!(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out var failure))
        {
            return Problems.From(failure);
        }

        var pictures = await links.CreateAsync(student, cancellationToken);
        note.Details = pictures.Count > 0 ? "with links to the pictures" : "";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(StudentView.Of(student) with
        {
            Photo = PhotoView.Of(student, PhotoView.FindingsOf(student)) is { } photo ? photo with { Links = pictures } : null,
            History = await directory.HistoryAsync(student, cancellationToken),
        });
    }

    private static async Task<IResult> RemoveAsync(
        string cohort, string studentNumber, [FromBody] RemovalBody body, StudentActs acts, CancellationToken cancellationToken) =>
        (await acts.RemoveAsync(cohort, studentNumber, body.By, body.Reason, cancellationToken)).Succeeded(out _, out var failure)
            ? TypedResults.NoContent()
            : Problems.From(failure);

    internal sealed record RemovalBody(string? By, string? Reason);
}
