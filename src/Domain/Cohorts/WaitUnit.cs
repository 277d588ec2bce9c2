namespace PhotoFunctions.Domain.Cohorts;

/// <summary>What a wait is counted in.</summary>
public enum WaitUnit
{
    /// <summary>工作日.</summary>
    WorkingDays,

    /// <summary>日: calendar days.</summary>
    Days,
}
