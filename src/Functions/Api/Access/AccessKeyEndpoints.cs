using Microsoft.AspNetCore.Http.HttpResults;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.OpenApi;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Access keys: an administrator makes them for teaching points and for other administrators.</summary>
internal static class AccessKeyEndpoints
{
    private const int DefaultOverlapHours = 24;

    public static void MapAccessKeys(this IEndpointRouteBuilder api)
    {
        api.MapGet("/access-keys", ListAsync).ForAdministrators()
            .Describe("listAccessKeys", "All access keys, without their secrets.")
            .Produces<AccessKeyList>();
        api.MapPost("/access-keys", CreateAsync).ForAdministrators().Audited(AuditAction.AccessKeyCreated)
            .Describe("createAccessKey", "Makes an access key; its token is shown this once.")
            .Names<AccessRole>("role")
            .Produces<IssuedAccessKeyView>()
            .RefusesTexts()
            .Refuses(FailureCodes.CodeShape);
        api.MapPost("/access-keys/{id}/rotate", RotateAsync).ForAdministrators().Audited(AuditAction.AccessKeyRotated)
            .Describe("rotateAccessKey", "Makes a key in place of another, which stays good for some hours.")
            .Produces<IssuedAccessKeyView>()
            .Refuses(FailureCodes.AccessKeyUnknown, FailureCodes.AccessKeyRevoked);
        api.MapPost("/access-keys/{id}/revoke", RevokeAsync).ForAdministrators().Audited(AuditAction.AccessKeyRevoked)
            .Describe("revokeAccessKey", "Takes an access key back.")
            .Produces<AccessKeyView>()
            .Refuses(FailureCodes.AccessKeyUnknown);
    }

    // Hundreds at most: not paged.
    private static async Task<IResult> ListAsync(IAccessKeyStore keys, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return TypedResults.Ok(new AccessKeyList(
            [.. (await keys.ListAsync(cancellationToken)).OrderBy(key => key.CreatedAt).Select(key => AccessKeyView.Of(key, now))]));
    }

    private static async Task<IResult> CreateAsync(
        AccessKeyBody body, AccessKeys keys, AuditNote note, TimeProvider time, HttpResponse response, CancellationToken cancellationToken) =>
        !ListQuery.Required<AccessRole>("role", body.Role).Succeeded(out var role, out var failure)
        || !AccessKeyDraft.Create(body.Holder, role, body.TeachingPoint, body.Days).Succeeded(out var draft, out failure)
        || !(await keys.CreateAsync(draft, cancellationToken)).Succeeded(out var issued, out failure)
            ? Problems.From(failure)
            : Shown(issued, note, time, response);

    private static async Task<IResult> RotateAsync(
        string id,
        RotationBody body,
        AccessKeys keys,
        AuditNote note,
        TimeProvider time,
        HttpResponse response,
        CancellationToken cancellationToken) =>
        (await keys.RotateAsync(id, body.OverlapHours ?? DefaultOverlapHours, cancellationToken)).Succeeded(out var issued, out var failure)
            ? Shown(issued, note, time, response)
            : Problems.From(failure);

    private static async Task<IResult> RevokeAsync(
        string id, AccessKeys keys, AuditNote note, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!(await keys.RevokeAsync(id, cancellationToken)).Succeeded(out var key, out var failure))
        {
            return Problems.From(failure);
        }

        note.Details = key.Id;
        return TypedResults.Ok(AccessKeyView.Of(key, time.GetUtcNow()));
    }

    // The only answer that bears a secret: no cache keeps it.
    private static Ok<IssuedAccessKeyView> Shown(IssuedAccessKey issued, AuditNote note, TimeProvider time, HttpResponse response)
    {
        note.Details = issued.Key.Id;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new IssuedAccessKeyView(AccessKeyView.Of(issued.Key, time.GetUtcNow()), issued.Token.Text));
    }

    internal sealed record AccessKeyBody(string? Holder, string? Role, string? TeachingPoint = null, int? Days = null);

    internal sealed record RotationBody(int? OverlapHours = null);

    internal sealed record AccessKeyList(IReadOnlyList<AccessKeyView> Items);

    /// <summary>A new key; <paramref name="Token"/> is what its holder sends, and is shown this once.</summary>
    internal sealed record IssuedAccessKeyView(AccessKeyView Key, string Token);
}
