using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Access;

/// <summary>Makes access keys, replaces them and takes them back.</summary>
/// <param name="keys">Where they are kept.</param>
/// <param name="cohorts">Tells whether a teaching point exists.</param>
/// <param name="time">The clock.</param>
public sealed class AccessKeys(IAccessKeyStore keys, ICohortStore cohorts, TimeProvider time)
{
    /// <summary>The longest time for which a replaced key may go on, in hours.</summary>
    public const int MostOverlapHours = 168;

    /// <summary>Makes a key. Failure: <c>teaching-point-unknown</c>: a misspelt code would open nothing.</summary>
    /// <param name="draft">What is asked for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The key with its text, or the failure.</returns>
    public async Task<Result<IssuedAccessKey>> CreateAsync(AccessKeyDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.TeachingPoint is { } point && !await ExistsAsync(point, cancellationToken))
        {
            return CohortFailures.TeachingPointUnknown;
        }

        return await IssueAsync(draft.Holder, draft.Role, draft.TeachingPoint, TimeSpan.FromDays(draft.Days), cancellationToken);
    }

    /// <summary>
    /// Puts a new key, of the same holder, role and length of life, in the place of an old one, which goes on for a while so that nobody is
    /// locked out. Failures: <c>access-key-unknown</c>, <c>access-key-revoked</c>, <c>request-invalid</c>.
    /// </summary>
    /// <param name="id">The old key.</param>
    /// <param name="overlapHours">For how long the old key goes on, 0 to 168 hours.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The new key with its text, or the failure.</returns>
    public async Task<Result<IssuedAccessKey>> RotateAsync(string id, int overlapHours, CancellationToken cancellationToken)
    {
        if (overlapHours is < 0 or > MostOverlapHours)
        {
            return RequestFailures.Invalid(
                $"overlapHours应为0至{MostOverlapHours}的整数",
                $"a whole number from 0 to {MostOverlapHours} for overlapHours but received {overlapHours}");
        }

        if (await keys.FindAsync(id, cancellationToken) is not { } old)
        {
            return AccessFailures.KeyUnknown;
        }

        if (old.RevokedAt is not null || old.ReplacedBy is not null)
        {
            return AccessFailures.KeyRevoked;
        }

        // The new one first: a crash in between leaves a key whose text nobody has, and no holder without a key.
        var issued = await IssueAsync(old.Holder, old.Role, old.TeachingPoint, old.ExpiresAt - old.CreatedAt, cancellationToken);
        var until = time.GetUtcNow().AddHours(overlapHours);
        var ended = await keys.UpdateAsync(
            id,
            key => key.RevokedAt is not null || key.ReplacedBy is not null
                ? AccessFailures.KeyRevoked
                : key with { ReplacedBy = issued.Key.Id, ExpiresAt = key.ExpiresAt < until ? key.ExpiresAt : until },
            cancellationToken);
        if (ended.Succeeded(out _, out var failure))
        {
            return issued;
        }

        // Somebody else revoked or replaced it in the same moment: this replacement must not open anything.
        await RevokeAsync(issued.Key.Id, cancellationToken);
        return failure;
    }

    /// <summary>Takes a key back, for good. Doing so again changes nothing. Failure: <c>access-key-unknown</c>.</summary>
    /// <param name="id">The key.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The key afterwards, or the failure.</returns>
    public Task<Result<AccessKey>> RevokeAsync(string id, CancellationToken cancellationToken) =>
        keys.UpdateAsync(id, key => key with { RevokedAt = key.RevokedAt ?? time.GetUtcNow() }, cancellationToken);

    private async Task<IssuedAccessKey> IssueAsync(
        string holder, AccessRole role, TeachingPointCode? point, TimeSpan life, CancellationToken cancellationToken)
    {
        var token = AccessKeyToken.Generate();
        var now = time.GetUtcNow();
        var key = new AccessKey
        {
            Id = token.Id,
            Holder = holder,
            Role = role,
            TeachingPoint = point,
            SecretHash = token.SecretHash,
            CreatedAt = now,
            ExpiresAt = now + life,
        };
        await keys.AddAsync(key, cancellationToken);
        return new IssuedAccessKey(key, token);
    }

    private async Task<bool> ExistsAsync(TeachingPointCode point, CancellationToken cancellationToken)
    {
        foreach (var cohort in await cohorts.ListAsync(cancellationToken))
        {
            if (await cohorts.FindTeachingPointAsync(cohort.Code, point, cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
