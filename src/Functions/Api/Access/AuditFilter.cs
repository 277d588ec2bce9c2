using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// Writes a line of the audit trail when an endpoint did what was asked, before a byte of its answer leaves: no line, no answer. A
/// change whose line could not be written is asked for again by its caller, and changes nothing then but is told.
/// </summary>
internal sealed class AuditFilter(AuditAction action) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        var note = http.RequestServices.GetRequiredService<AuditNote>();
        if (note.IsNothing || answer is IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest })
        {
            return answer;
        }

        var caller = http.RequestServices.GetRequiredService<Caller>();
        await http.RequestServices.GetRequiredService<IAuditTrail>().AppendAsync(
            new AuditEntry
            {
                At = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
                Credential = caller.Id,
                Role = caller.Role,
                Action = action,
                Cohort = CohortCode.Parse(Named("cohort")).Value,
                TeachingPoint = note.Subject?.TeachingPoint ?? TeachingPointCode.Parse(Named("teachingPoint")).Value,
                Student = StudentNumber.Parse(Named("studentNumber")).Value,
                Details = note.Details,
                Person = note.Person,
                Reason = note.Reason,
            },

            // What happened is told even when the caller went away.
            CancellationToken.None);
        return answer;

        string? Named(string name) =>
            http.GetRouteValue(name) as string ?? (http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null);
    }
}
