namespace PhotoFunctions.Domain.Students;

/// <summary>The fields of a profile that a roster may say nothing about, because it has no column for them.</summary>
[Flags]
public enum ProfileFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>层次.</summary>
    Level = 1,

    /// <summary>专业.</summary>
    Major = 2,

    /// <summary>班级.</summary>
    ClassName = 4,

    /// <summary>邮箱.</summary>
    Mail = 8,

    /// <summary>手机.</summary>
    Phone = 16,
}
