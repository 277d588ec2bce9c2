using System.Security.Claims;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Says which administrator an identity of the college's tenant is.</summary>
internal static class EntraIdentity
{
    /// <summary>The app role that an administrator has in the tenant.</summary>
    public const string AdministratorRole = "PhotoFunctions.Administrator";

    /// <summary>Before the object id of an identity, in the audit trail.</summary>
    public const string IdPrefix = "entra:";

    /// <summary>
    /// The tenant's word is taken for who it is and for this one role; what else its token says does not matter here. Failure:
    /// <c>role-not-allowed</c>.
    /// </summary>
    public static Result<ClaimsPrincipal> Read(string scheme, ClaimsPrincipal user)
    {
        var isAdministrator = user.FindAll("roles").Concat(user.FindAll("role")).Any(role => role.Value == AdministratorRole);
        var id = user.FindFirstValue("oid") ?? user.FindFirstValue("sub");
        return isAdministrator && id is not null
            ? Caller.Principal(scheme, IdPrefix + id, AccessRole.Administrator, holder: NameOf(user))
            : AccessFailures.RoleNotAllowed;
    }

    // A name that no decision can bear is left out; the caller says who decides then.
    private static string? NameOf(ClaimsPrincipal user) =>
        user.FindFirstValue("name") is { Length: > 0 and <= AccessKeyDraft.LongestHolder } name ? name : null;
}
