using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>勘误, 补印: records what the photo unit is asked for, and what became of it.</summary>
/// <param name="requests">Where requests are kept.</param>
/// <param name="time">The clock.</param>
public sealed class UnitRequests(IUnitRequestStore requests, TimeProvider time)
{
    /// <summary>Asks. Failures: <c>student-number-unknown</c>, <c>actor-not-allowed</c>, <c>request-unfinished</c>.</summary>
    /// <param name="key">The student.</param>
    /// <param name="draft">What is asked.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The request, the unfinished one where the same is asked again; or the failure.</returns>
    public Task<Result<UnitRequest>> OpenAsync(
        StudentKey key, UnitRequestDraft draft, Attribution by, CancellationToken cancellationToken) => requests.ChangeAsync(
            key, (student, known) => UnitRequestDecider.Open(student, known, draft, by, time.GetUtcNow()), cancellationToken);

    /// <summary>
    /// Tells where a request stands. Failures: <c>student-number-unknown</c>, <c>actor-not-allowed</c>, <c>request-unknown</c>,
    /// <c>transition-illegal</c>.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="id">The request's id.</param>
    /// <param name="to">Where it stands now.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The request afterwards, or the failure.</returns>
    public Task<Result<UnitRequest>> AdvanceAsync(
        StudentKey key, string id, UnitRequestStatus to, Attribution by, CancellationToken cancellationToken) =>
        requests.ChangeAsync(
            key, (student, known) => UnitRequestDecider.Advance(student, known, id, to, by, time.GetUtcNow()), cancellationToken);
}
