namespace PhotoFunctions.Domain.Access;

/// <summary>What a credential may do.</summary>
public enum AccessRole
{
    /// <summary>教学点: sees and does what concerns its own students, in every cohort that has the teaching point.</summary>
    TeachingPoint,

    /// <summary>管理员 of the college: everything.</summary>
    Administrator,
}
