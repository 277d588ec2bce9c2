using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Who is signed in, and the token without which a session changes nothing.</summary>
internal sealed record SessionView(bool IsSignedIn, AccessRole? Role, string? TeachingPoint, string? Holder, string FormToken);
