using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>Takes the forms of a student's page: what was done leads back to it, what was refused shows it again.</summary>
internal sealed class ActDoor(StudentActs acts, Place place, StudentDetails details, CollegePages pages)
{
    public async Task<IResult> TakeAsync(
        StudentAct act, string cohort, string studentNumber, HttpContext context, CancellationToken cancellationToken)
    {
        var input = await ActInput.ReadAsync(context.Request, cancellationToken);
        var refusal = await DoAsync(act, cohort, studentNumber, input, cancellationToken);
        if (refusal is null)
        {
            return new SeeOther(AddressAfter(act, cohort, studentNumber));
        }

        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !(await place.StudentAsync(cohort, studentNumber, cancellationToken)).Succeeded(out var student, out failure))
        {
            return Problems.From(failure);
        }

        // Nothing was done, but the student is looked at: with the photo that is there now.
        var detail = await details.ReadAsync(found, student, cancellationToken) with { Refused = act, Failure = refusal, Input = input };
        await AuditFilter.TellAsync(context, AuditAction.StudentViewed, detail.Pictures.Count > 0 ? StudentDetails.WithPictures : "");
        return await StudentPageEndpoints.RenderAsync(pages, context, detail, Problems.StatusOf(refusal.Code));
    }

    /// <summary>Does it; null, or why not.</summary>
    public async Task<Failure?> DoAsync(
        StudentAct act, string cohort, string number, ActInput input, CancellationToken cancellationToken)
    {
        var (by, reason, value) = (input.By, input.Reason, input.Value);
        return act switch
        {
            { Event: { } happened } => Of(await acts.DecideAsync(happened, cohort, number, input.Sha256, by, reason, cancellationToken)),
            _ when act == StudentAct.ConfirmPerson =>
                Of(await acts.ConfirmPersonAsync(cohort, number, input.Sha256, by, cancellationToken)),
            _ when act == StudentAct.Proofing => Of(await acts.ProofAsync(cohort, number, value, by, reason, cancellationToken)),
            _ when act == StudentAct.CorrectProofing =>
                Of(await acts.CorrectProofingAsync(cohort, number, value, by, reason, cancellationToken)),
            _ when act == StudentAct.Verification => Of(await acts.VerifyAsync(cohort, number, value, by, reason, cancellationToken)),
            _ when act == StudentAct.CorrectVerification =>
                Of(await acts.CorrectVerificationAsync(cohort, number, value, by, reason, cancellationToken)),
            _ when act == StudentAct.OpenRequest => (await acts.OpenRequestAsync(
                cohort, number, KindOf(value), value, input.Description, by, cancellationToken)).Failure,
            _ when act == StudentAct.AdvanceRequest => (await acts.AdvanceRequestAsync(
                cohort, number, input.Id ?? "", value, by, reason, cancellationToken)).Failure,
            _ when !input.IsSure => RequestFailures.Missing("sure", "确认"),
            _ => Of(await acts.RemoveAsync(cohort, number, by, reason, cancellationToken)),
        };
    }

    private static Failure? Of(Result<Student> changed) => changed.Failure;

    // Each reason belongs to one kind: nobody has to choose both.
    private static string? KindOf(string? reason) =>
        Enum.TryParse<UnitRequestReason>(reason, out var known) ? UnitRequestDraft.KindOf(known).ToString() : reason;

    // Both were read as codes before.
    private static string AddressAfter(StudentAct act, string cohort, string number)
    {
        var (code, student) = (Domain.Cohorts.CohortCode.Parse(cohort).Value!, StudentNumber.Parse(number).Value!);
        return act == StudentAct.Remove
            ? PagePaths.Students(code, ("removed", student.Value))
            : $"{PagePaths.Student(code, student)}?done={act.Name}";
    }
}
