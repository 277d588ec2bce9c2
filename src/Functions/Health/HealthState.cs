namespace PhotoFunctions.Functions.Health;

/// <summary>How something is on which the app rests.</summary>
internal enum HealthState
{
    Ok,

    /// <summary>No answer, or an error of its own.</summary>
    Unreachable,

    /// <summary>It answers, and does not let the app in: a wrong or expired key or password, or a role that is missing.</summary>
    Refused,

    /// <summary>Its clock and this machine's are too far apart: signatures and links are refused.</summary>
    ClockSkew,
}
