using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>图像采集单位: who takes the photos, and who corrects and reprints them.</summary>
public sealed record PhotoUnit
{
    /// <summary>The name for people, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>How it is reached.</summary>
    public ContactDetails Reached { get; init; } = new();

    /// <summary>
    /// Builds a unit from what an administrator sent. Failures: those of a name and of <see cref="ContactDetails.Create"/>.
    /// </summary>
    /// <param name="name">The name for people.</param>
    /// <param name="reached">How it is reached.</param>
    /// <returns>The unit, or the failure.</returns>
    public static Result<PhotoUnit> Create(string? name, Result<ContactDetails> reached)
    {
        ArgumentNullException.ThrowIfNull(reached);
        return CohortFailures.Name(name) is { } failure ? failure
            : reached.Succeeded(out var details, out failure) ? new PhotoUnit { Name = name!.Trim(), Reached = details }
            : failure;
    }
}
