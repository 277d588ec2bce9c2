using System.Text.Json;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api.OpenApi;

/// <summary>
/// What an endpoint says about itself that does not follow from its code: said beside it, read by <see cref="OpenApiText"/>. What it
/// answers with is said with <c>Produces</c>.
/// </summary>
internal static class Description
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string id, string summary) =>
        endpoint.WithName(id).WithSummary(summary);

    /// <summary>The values that a parameter of the query or a member of the body may have.</summary>
    public static RouteHandlerBuilder Names<T>(this RouteHandlerBuilder endpoint, string member)
        where T : struct, Enum =>
        endpoint.Names(member, Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    public static RouteHandlerBuilder Names(this RouteHandlerBuilder endpoint, string member, IEnumerable<string> names) =>
        endpoint.WithMetadata(new AllowedNames(member, [.. names]));

    /// <summary>Codes of failures beside those that follow from the address, the policy and the form of the request.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params string[] codes) =>
        endpoint.WithMetadata(new RefusalCodes(codes));

    /// <summary>Takes texts from people: one that is missing, too long or more than a line is refused.</summary>
    public static RouteHandlerBuilder RefusesTexts(this RouteHandlerBuilder endpoint) =>
        endpoint.Refuses(FailureCodes.ValueMissing, FailureCodes.ValueTooLong, FailureCodes.ControlCharacter);

    /// <summary>Takes a csv or xlsx file as its body.</summary>
    public static RouteHandlerBuilder TakesSheet(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new FileBody(["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]));

    /// <summary>Takes a form with one field that has one of these values.</summary>
    public static RouteHandlerBuilder TakesForm(this RouteHandlerBuilder endpoint, string field, params string[] values) =>
        endpoint.WithMetadata(new FormBody(field, values));

    /// <summary>Answers with a file of one of these types.</summary>
    public static RouteHandlerBuilder AnswersFile(this RouteHandlerBuilder endpoint, params string[] contentTypes) =>
        endpoint.WithMetadata(new FileAnswer(contentTypes));

    internal sealed record AllowedNames(string Member, IReadOnlyList<string> Names);

    internal sealed record RefusalCodes(IReadOnlyList<string> Codes);

    internal sealed record FileBody(IReadOnlyList<string> ContentTypes);

    internal sealed record FormBody(string Field, IReadOnlyList<string> Values);

    internal sealed record FileAnswer(IReadOnlyList<string> ContentTypes);
}
