using Microsoft.AspNetCore.Http.HttpResults;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Api;

/// <summary>Failures as problem details: the code for programs, both languages for people.</summary>
internal static class Problems
{
    public static ProblemHttpResult From(Failure failure) => From(failure, StatusOf(failure.Code));

    public static ProblemHttpResult From(Failure failure, int status) => TypedResults.Problem(
        detail: failure.Message.English,
        statusCode: status,
        title: failure.Code,
        type: $"urn:photofunctions:{failure.Code}",
        extensions: new Dictionary<string, object?> { ["code"] = failure.Code, ["messageZh"] = failure.Message.Chinese });

    /// <summary>Gives the framework's own answers, such as the one to a body that is no JSON, the same form.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem is { Status: >= 400 } && !problem.Extensions.ContainsKey("code"))
        {
            var failure = problem.Status switch
            {
                >= StatusCodes.Status500InternalServerError => RequestFailures.OutOfOrder,
                StatusCodes.Status404NotFound => RequestFailures.NotFound,
                StatusCodes.Status405MethodNotAllowed => RequestFailures.MethodNotAllowed,
                StatusCodes.Status413PayloadTooLarge => RequestFailures.TooLarge(BodyLimit.LargestBody),
                StatusCodes.Status415UnsupportedMediaType => RequestFailures.MediaTypeUnsupported,
                _ => RequestFailures.Invalid("内容无法读取", "a request that can be read but received another one"),
            };
            problem.Title = failure.Code;
            problem.Detail = failure.Message.English;
            problem.Type = $"urn:photofunctions:{failure.Code}";
            problem.Extensions["code"] = failure.Code;
            problem.Extensions["messageZh"] = failure.Message.Chinese;
        }
    }

    public static int StatusOf(string code) => code switch
    {
        FailureCodes.AccessDenied or FailureCodes.AccessKeyExpired => StatusCodes.Status401Unauthorized,
        FailureCodes.NotFound or FailureCodes.CohortUnknown or FailureCodes.TeachingPointUnknown or FailureCodes.StudentNumberUnknown
            or FailureCodes.RequestUnknown or FailureCodes.ReminderUnknown or FailureCodes.AccessKeyUnknown
            or FailureCodes.CalendarUnknown or FailureCodes.LinkInvalid => StatusCodes.Status404NotFound,
        FailureCodes.LinkExpired => StatusCodes.Status410Gone,
        FailureCodes.ActorNotAllowed or FailureCodes.RoleNotAllowed => StatusCodes.Status403Forbidden,
        FailureCodes.QuotaExceeded => StatusCodes.Status429TooManyRequests,
        FailureCodes.TransitionIllegal or FailureCodes.PhotoChanged or FailureCodes.AppealNotPossible or FailureCodes.AppealDecided
            or FailureCodes.StudentMoving or FailureCodes.OutputsMissing or FailureCodes.RequestUnfinished or FailureCodes.ReminderNotStuck
            or FailureCodes.AccessKeyRevoked or FailureCodes.LinkUsed or FailureCodes.FileChanged => StatusCodes.Status409Conflict,
        FailureCodes.MediaTypeUnsupported => StatusCodes.Status415UnsupportedMediaType,
        FailureCodes.SettingsChanged => StatusCodes.Status412PreconditionFailed,
        FailureCodes.RosterTooLarge or FailureCodes.RequestTooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status400BadRequest,
    };
}
