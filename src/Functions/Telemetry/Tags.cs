namespace PhotoFunctions.Functions.Telemetry;

/// <summary>The names of what spans say. Where OpenTelemetry has a name, it is that one.</summary>
internal static class Tags
{
    public const string Method = "http.request.method";
    public const string Route = "http.route";
    public const string Status = "http.response.status_code";
    public const string ErrorType = "error.type";
    public const string Invocation = "faas.invocation_id";
    public const string ExceptionType = "exception.type";
    public const string ExceptionStack = "exception.stacktrace";
    public const string Door = "photofunctions.door";
    public const string Outcome = "photofunctions.outcome";
    public const string Codes = "photofunctions.codes";
    public const string Code = "photofunctions.code";
    public const string Stage = "photofunctions.stage";
}
