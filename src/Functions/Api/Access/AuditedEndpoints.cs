using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Marks endpoints.</summary>
internal static class AuditedEndpoints
{
    public static RouteHandlerBuilder Audited(this RouteHandlerBuilder endpoint, AuditAction action) =>
        endpoint.AddEndpointFilter(new AuditFilter(action)).WithMetadata(new Audited(action));
}
