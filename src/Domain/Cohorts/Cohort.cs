using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>届: one graduating cohort and everything that another college, or another year, does differently.</summary>
public sealed record Cohort
{
    /// <summary>The code in paths and keys.</summary>
    public required CohortCode Code { get; init; }

    /// <summary>The name for people, 1 to 100 characters, for example 2024届.</summary>
    public required string Name { get; init; }

    /// <summary>First day (UTC+8) on which photos are collected. Source: the college's notice.</summary>
    public required DateOnly CollectionOpensOn { get; init; }

    /// <summary>Last day (UTC+8, inclusive) on which photos are collected. Source: the college's notice.</summary>
    public required DateOnly CollectionClosesOn { get; init; }

    /// <summary>What a photo must be, and what is written from it.</summary>
    public PhotoSpecification Photos { get; init; } = PhotoSpecification.Default;

    /// <summary>
    /// Builds a cohort from what an administrator sent. Failures: <c>value-missing</c>, <c>value-too-long</c>, <c>window-inverted</c>.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The name for people.</param>
    /// <param name="opensOn">First day of the window.</param>
    /// <param name="closesOn">Last day of the window.</param>
    /// <returns>The cohort, or the failure.</returns>
    public static Result<Cohort> Create(CohortCode code, string? name, DateOnly? opensOn, DateOnly? closesOn)
    {
        if (CohortFailures.Name(name) is { } failure)
        {
            return failure;
        }

        if (opensOn is not { } opens || closesOn is not { } closes)
        {
            return CohortFailures.WindowMissing;
        }

        return closes < opens
            ? CohortFailures.WindowInverted(opens, closes)
            : new Cohort { Code = code, Name = name!.Trim(), CollectionOpensOn = opens, CollectionClosesOn = closes };
    }

    /// <summary>Tells why an upload is outside the collection window. Failures: <c>window-not-open</c>, <c>window-closed</c>.</summary>
    /// <param name="uploadedAt">When the upload was last written.</param>
    /// <returns>The failure, or null inside the window.</returns>
    public Failure? OutsideWindow(DateTimeOffset uploadedAt)
    {
        var day = ChinaTime.DateAt(uploadedAt);
        return day < CollectionOpensOn ? CohortFailures.WindowNotOpen(CollectionOpensOn)
            : day > CollectionClosesOn ? CohortFailures.WindowClosed(CollectionClosesOn)
            : null;
    }
}
