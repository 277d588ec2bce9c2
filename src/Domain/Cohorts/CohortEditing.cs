using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>Saves what an administrator changed about a cohort: its settings, or its rules for photos; the other stays as it is.</summary>
/// <param name="cohorts">Where cohorts are kept.</param>
public sealed class CohortEditing(ICohortStore cohorts)
{
    /// <summary>
    /// Saves settings, of a new cohort too. Failures: <c>settings-changed</c>, <c>teaching-point-unknown</c> (of a window).
    /// </summary>
    /// <param name="wanted">Checked settings.</param>
    /// <param name="isExpected">Whether the stored cohort, null for a new one, is the one that the administrator saw.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The cohort as stored, or the failure.</returns>
    public async Task<Result<Cohort>> SaveAsync(Cohort wanted, Predicate<Cohort?> isExpected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(isExpected);
        if (await NamesUnknownPointAsync(wanted, cancellationToken))
        {
            return CohortFailures.TeachingPointUnknown;
        }

        return await cohorts.UpdateAsync(wanted.Code, standing => Changed(wanted, standing, isExpected), cancellationToken);
    }

    /// <summary>Tells what <see cref="SaveAsync"/> would do, with the same failures, and stores nothing.</summary>
    /// <param name="wanted">Checked settings.</param>
    /// <param name="isExpected">Whether the stored cohort is the one that the administrator saw.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The change, or the failure.</returns>
    public async Task<Result<CohortChange>> TryAsync(Cohort wanted, Predicate<Cohort?> isExpected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(isExpected);
        if (await NamesUnknownPointAsync(wanted, cancellationToken))
        {
            return CohortFailures.TeachingPointUnknown;
        }

        var standing = await cohorts.ReadAsync(wanted.Code, cancellationToken);
        return Changed(wanted, standing, isExpected).Succeeded(out var after, out var failure)
            ? new CohortChange(standing, after)
            : failure;
    }

    /// <summary>Saves the rules for photos. Failures: <c>cohort-unknown</c>, <c>settings-changed</c>.</summary>
    /// <param name="code">The cohort.</param>
    /// <param name="rules">Checked rules.</param>
    /// <param name="isExpected">Whether the stored cohort is the one that the administrator saw.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The cohort as stored, or the failure.</returns>
    public Task<Result<Cohort>> SavePhotoRulesAsync(
        CohortCode code, PhotoSpecification rules, Predicate<Cohort?> isExpected, CancellationToken cancellationToken) =>
        cohorts.UpdateAsync(code, standing => Changed(rules, standing, isExpected), cancellationToken);

    /// <summary>Tells what <see cref="SavePhotoRulesAsync"/> would do, with the same failures, and stores nothing.</summary>
    /// <param name="code">The cohort.</param>
    /// <param name="rules">Checked rules.</param>
    /// <param name="isExpected">Whether the stored cohort is the one that the administrator saw.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The change, or the failure.</returns>
    public async Task<Result<CohortChange>> TryPhotoRulesAsync(
        CohortCode code, PhotoSpecification rules, Predicate<Cohort?> isExpected, CancellationToken cancellationToken)
    {
        var standing = await cohorts.ReadAsync(code, cancellationToken);
        return Changed(rules, standing, isExpected).Succeeded(out var after, out var failure)
            ? new CohortChange(standing, after)
            : failure;
    }

    private static Result<Cohort> Changed(Cohort wanted, Cohort? standing, Predicate<Cohort?> isExpected) =>
        isExpected(standing)
            ? wanted with { Version = standing?.Version ?? 0, Photos = standing?.Photos ?? PhotoSpecification.Default }
            : CohortFailures.SettingsChanged;

    private static Result<Cohort> Changed(PhotoSpecification rules, Cohort? standing, Predicate<Cohort?> isExpected) =>
        standing is null ? CohortFailures.CohortUnknown
        : isExpected(standing) ? standing with { Photos = rules }
        : CohortFailures.SettingsChanged;

    // A window of a misspelt teaching point would never be noticed.
    private async Task<bool> NamesUnknownPointAsync(Cohort wanted, CancellationToken cancellationToken)
    {
        var named = wanted.Windows.Select(window => window.TeachingPoint).OfType<TeachingPointCode>().ToHashSet();
        if (named.Count > 0)
        {
            var points = await cohorts.ListTeachingPointsAsync(wanted.Code, cancellationToken);
            named.ExceptWith(points.Select(point => point.Code));
        }

        return named.Count > 0;
    }
}
