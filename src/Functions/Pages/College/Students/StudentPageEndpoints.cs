using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>One student's page, and what is done on it: each act has an address, a policy and an audit action of its own.</summary>
internal static class StudentPageEndpoints
{
    private const string OfStudent = "/dashboard/{cohort}/students/{studentNumber}";

    public static void MapStudentPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(OfStudent, ShowAsync).ForCollege().Audited(AuditAction.StudentViewed).AsPage();
        foreach (var act in StudentAct.All)
        {
            pages.MapPost(
                $"{OfStudent}/acts/{act.Name}",
                (string cohort, string studentNumber, ActDoor door, HttpContext context, CancellationToken token) =>
                    door.TakeAsync(act, cohort, studentNumber, context, token))
                .RequireAuthorization(act.IsAdministrators ? Policies.Administrators : Policies.College)
                .Audited(act.Audit)
                .AsPage();
        }
    }

    private static async Task<IResult> ShowAsync(
        string cohort,
        string studentNumber,
        string? done,
        Place place,
        AuditNote note,
        StudentDetails details,
        CollegePages pages,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out failure))
        {
            return Problems.From(failure);
        }

        var detail = await details.ReadAsync(found, student, cancellationToken);
        note.Details = detail.Pictures.Count > 0 ? StudentDetails.WithPictures : "";
        return await RenderAsync(pages, context, detail with { Done = StudentAct.Find(done) }, StatusCodes.Status200OK);
    }

    internal static Task<IResult> RenderAsync(CollegePages pages, HttpContext context, StudentDetail detail, int status) =>
        pages.RenderAsync<StudentDetailPage>(
            context,
            new PageFrame(new BilingualText($"学生 {detail.Student.Key.Number}", $"Student {detail.Student.Key.Number}"))
            {
                Cohort = detail.Cohort,
                Point = detail.Point,
                Path = PagePaths.Student(detail.Cohort.Code, detail.Student.Key.Number),
                Status = status,
            },
            (nameof(StudentDetailPage.Detail), detail));
}
