namespace PhotoFunctions.Domain.Students;

/// <summary>What the roster says about a student. Sensitive: stored encrypted, never logged.</summary>
public sealed record StudentProfile
{
    /// <summary>姓名, 1 to 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>身份证号.</summary>
    public required NationalId NationalId { get; init; }

    /// <summary>层次; empty when the roster has none.</summary>
    public string Level { get; init; } = "";

    /// <summary>专业; empty when the roster has none.</summary>
    public string Major { get; init; } = "";

    /// <summary>班级; empty when the roster has none.</summary>
    public string ClassName { get; init; } = "";

    /// <summary>Mail address; empty when the roster has none.</summary>
    public string Mail { get; init; } = "";

    /// <summary>Phone number as written; empty when the roster has none.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Prints nothing personal.</summary>
    /// <returns>The masked ID number.</returns>
    public override string ToString() => NationalId.Masked;
}
