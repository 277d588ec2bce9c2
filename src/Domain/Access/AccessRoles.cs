using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Access;

/// <summary>Roles as the tables of progress know them.</summary>
public static class AccessRoles
{
    /// <summary>Who acts when a credential of this role is used.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Exactly one actor.</returns>
    public static Actors Actor(this AccessRole role) =>
        role == AccessRole.Administrator ? Actors.Administrator : Actors.TeachingPoint;
}
