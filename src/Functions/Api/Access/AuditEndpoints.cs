using System.Globalization;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Api.Visits;
using PhotoFunctions.Functions.Storage.Access;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>The audit trail, day by day, and whether a day is as it was sealed.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", ListAsync).ForAdministrators()
            .Describe("listAudit", "Who saw, exported and changed what on one day.")
            .Names<AuditAction>("action")
            .Produces<AuditPage>()
            .Refuses(FailureCodes.CodeShape);
        api.MapGet("/audit/verification", VerifyAsync).ForAdministrators()
            .Describe("verifyAudit", "Whether a day of the audit trail is as it was sealed.")
            .Produces<AuditVerdict>();
    }

    private static async Task<IResult> ListAsync(
        string? day,
        string? credential,
        string? studentNumber,
        string? action,
        string? top,
        string? continuation,
        TableAuditTrail trail,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!Day(day, time).Succeeded(out var wantedDay, out var failure)
            || !ListQuery.Name<AuditAction>("action", action).Succeeded(out var wantedAction, out failure)
            || !Credential(credential).Succeeded(out var wantedCredential, out failure)
            || !Number(studentNumber).Succeeded(out var wantedStudent, out failure)
            || !ListQuery.Top(top).Succeeded(out var wantedTop, out failure)
            || !(await trail.ListAsync(wantedDay, wantedCredential, wantedStudent, wantedAction, wantedTop, continuation, cancellationToken))
                .Succeeded(out var page, out failure))
        {
            return Problems.From(failure);
        }

        return TypedResults.Ok(new AuditPage(wantedDay, [.. page.Items.Select(AuditView.Of)], page.Continuation));
    }

    private static async Task<IResult> VerifyAsync(string? day, AuditSealing sealing, TimeProvider time, CancellationToken cancellationToken) =>
        Day(day, time).Succeeded(out var wantedDay, out var failure)
            ? TypedResults.Ok(await sealing.VerifyAsync(wantedDay, cancellationToken))
            : Problems.From(failure);

    // Without one, today.
    private static Result<DateOnly> Day(string? text, TimeProvider time) =>
        text is null ? ChinaTime.DateAt(time.GetUtcNow())
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day > DateOnly.MinValue
            ? day
        : RequestFailures.Invalid("day应为yyyy-MM-dd格式的日期", $"a day such as 2026-09-01 for day but received a text of {text.Length} characters");

    // Whatever somebody types here goes into an address of the storage.
    private static Result<string?> Credential(string? text) =>
        text is null or Credentials.SettingsKey or StudentAudit.Credential
        || AccessKeyToken.IsId(text)
        || (text.StartsWith(EntraIdentity.IdPrefix, StringComparison.Ordinal) && Guid.TryParse(text[EntraIdentity.IdPrefix.Length..], out _))
            ? text
            : RequestFailures.Invalid(
                "credential应为访问密钥的编号、settings、student-link或entra:加对象编号",
                "the id of an access key, settings, student-link, or entra: with an object id for credential but received another text");

    private static Result<string?> Number(string? text) =>
        text is null ? (string?)null
        : StudentNumber.Parse(text).Succeeded(out var number, out var failure) ? number.Value
        : failure;

    internal sealed record AuditPage(DateOnly Day, IReadOnlyList<AuditView> Items, string? Continuation);
}
