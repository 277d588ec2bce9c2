using System.Security.Claims;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Whose credential a request bears.</summary>
internal sealed record Caller
{
    public const string IdClaim = "sub";
    public const string RoleClaim = "photofunctions-role";
    public const string PointClaim = "teaching-point";
    public const string HolderClaim = "holder";

    /// <summary>The credential in the audit trail: an access key's id, <c>settings</c>, an identity of the tenant.</summary>
    public required string Id { get; init; }

    public required AccessRole Role { get; init; }

    /// <summary>The only teaching point whose students this caller sees; null for administrators, who see all.</summary>
    public TeachingPointCode? TeachingPoint { get; init; }

    /// <summary>Who holds the credential; null where it says nothing about that.</summary>
    public string? Holder { get; init; }

    public Actors Actor => Role.Actor();

    public static ClaimsPrincipal Principal(string scheme, string id, AccessRole role, TeachingPointCode? point = null, string? holder = null)
    {
        var identity = new ClaimsIdentity(scheme, IdClaim, RoleClaim);
        identity.AddClaim(new Claim(IdClaim, id));
        identity.AddClaim(new Claim(RoleClaim, role.ToString()));
        if (point is not null)
        {
            identity.AddClaim(new Claim(PointClaim, point.Value));
        }

        if (holder is not null)
        {
            identity.AddClaim(new Claim(HolderClaim, holder));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>Whether the request bears a credential that is good.</summary>
    public static bool IsKnown(HttpContext context) => context.User.HasClaim(claim => claim.Type == RoleClaim);

    /// <summary>Reads what <see cref="Principal"/> wrote; asked for only behind a policy.</summary>
    public static Caller Of(HttpContext context)
    {
        var user = context.User;
        var role = Enum.Parse<AccessRole>(user.FindFirstValue(RoleClaim) ?? throw new InvalidOperationException("Nobody has signed in."));
        var point = TeachingPointCode.Parse(user.FindFirstValue(PointClaim)).Value;
        return role == AccessRole.TeachingPoint && point is null
            ? throw new InvalidOperationException("A teaching point's credential names no teaching point.")
            : new Caller
            {
                Id = user.FindFirstValue(IdClaim)!,
                Role = role,
                TeachingPoint = point,
                Holder = user.FindFirstValue(HolderClaim),
            };
    }

    /// <summary>Whether a teaching point is this caller's to see.</summary>
    public bool Sees(TeachingPointCode point) => TeachingPoint is null || TeachingPoint == point;

    /// <summary>Who acts and why: as the caller says, or the credential's holder.</summary>
    public Result<Attribution> Attribute(string? by, string? reason, bool needsReason) =>
        Attribution.Create(Actor, PersonOr(by), reason, needsReason);

    /// <summary>The person that a body names, or the credential's holder.</summary>
    public string? PersonOr(string? by) => string.IsNullOrWhiteSpace(by) ? Holder : by;
}
