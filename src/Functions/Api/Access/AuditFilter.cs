using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// Writes a line of the audit trail when an endpoint did what was asked, before a byte of its answer leaves: no line, no answer. A
/// change that broke off, or whose caller went away, may be half done or done: it has a line that says so.
/// </summary>
internal sealed class AuditFilter(AuditAction action) : IEndpointFilter
{
    private const string Unfinished = "unfinished";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var note = http.RequestServices.GetRequiredService<AuditNote>();
        object? answer;
        try
        {
            answer = await next(context);
        }
        catch (Exception) when (!note.IsNothing && !HttpMethods.IsGet(http.Request.Method))
        {
            // Whatever it was: what is stored by now is stored.
            await TellAsync(http, action, $"{Unfinished} {note.Details}".TrimEnd());
            throw;
        }

        if (!note.IsNothing && answer is not IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest })
        {
            await TellAsync(http, action, note.Details);
        }

        return answer;
    }

    /// <summary>Writes what the request's note tells: one line, or one for each of its students.</summary>
    public static Task TellAsync(HttpContext http, AuditAction action, string details)
    {
        var note = http.RequestServices.GetRequiredService<AuditNote>();
        var caller = http.RequestServices.GetRequiredService<Caller>();
        var entry = new AuditEntry
        {
            At = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            Credential = caller.Id,
            Role = caller.Role,
            Action = action,
            Cohort = CohortCode.Parse(Named("cohort")).Value,
            TeachingPoint = note.Point ?? TeachingPointCode.Parse(Named("teachingPoint")).Value,
            Student = note.Student ?? StudentNumber.Parse(Named("studentNumber")).Value,
            Details = details,
            Person = note.Person,
            Reason = note.Reason,
        };

        // What happened is told even when the caller went away.
        var trail = http.RequestServices.GetRequiredService<IAuditTrail>();
        return note.Students is { } students
            ? Task.WhenAll(students.Select(student => trail.AppendAsync(entry with { Student = student }, CancellationToken.None)))
            : trail.AppendAsync(entry, CancellationToken.None);

        string? Named(string name) => http.GetRouteValue(name) as string;
    }
}
