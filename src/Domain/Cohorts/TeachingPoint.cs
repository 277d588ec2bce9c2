using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>教学点: a teaching point of one cohort.</summary>
public sealed record TeachingPoint
{
    /// <summary>The cohort it belongs to.</summary>
    public required CohortCode Cohort { get; init; }

    /// <summary>The code in paths and keys.</summary>
    public required TeachingPointCode Code { get; init; }

    /// <summary>The name for people, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>How it is reached, and where prints are sent.</summary>
    public ContactDetails Reached { get; init; } = new();

    /// <summary>
    /// Builds a teaching point from what an administrator sent. Failures: <c>value-missing</c>, <c>value-too-long</c>,
    /// <c>control-character</c>, and those of the contact details.
    /// </summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="code">The code.</param>
    /// <param name="name">The name for people.</param>
    /// <param name="reached">How it is reached; null when nothing is known.</param>
    /// <returns>The teaching point, or the failure.</returns>
    public static Result<TeachingPoint> Create(
        CohortCode cohort, TeachingPointCode code, string? name, Result<ContactDetails>? reached = null)
    {
        if (CohortFailures.Name(name) is { } failure)
        {
            return failure;
        }

        var details = new ContactDetails();
        return reached?.Succeeded(out details, out failure) == false
            ? failure!
            : new TeachingPoint { Cohort = cohort, Code = code, Name = name!.Trim(), Reached = details! };
    }
}
