using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// A student's claims in the index, on an ID number and on a student number. Each says which student it belongs to, so that a claim left
/// over by a crash is known as this very student's, and the same import made again completes it.
/// </summary>
internal sealed class StudentClaims(TableClient index, StudentKey key, string idHash)
{
    // Each round means that another import released the claim in between.
    private const int MostRounds = 20;

    /// <summary>Takes both claims. Failures: <c>national-id-taken</c>, <c>student-number-taken</c>; then neither is taken.</summary>
    public async Task<Failure?> TakeAsync(CancellationToken cancellationToken)
    {
        var (byId, byNumber) = (Claim(TableKeys.IdClaim(idHash, key.Cohort)), Claim(TableKeys.NumberClaim(key.Number, key.Cohort)));
        if (await ReadAsync(byNumber, cancellationToken) is { } standing)
        {
            return !IsMine(standing) ? RosterFailures.StudentNumberTaken
                : await TryTakeAsync(byId, cancellationToken) ? null : RosterFailures.NationalIdTaken;
        }

        if (!await TryTakeAsync(byId, cancellationToken))
        {
            return RosterFailures.NationalIdTaken;
        }

        if (await TryTakeAsync(byNumber, cancellationToken))
        {
            return null;
        }

        // Another import took the number just now: its student must not be found by this ID.
        await ReleaseAsync(byId, cancellationToken);
        return RosterFailures.StudentNumberTaken;
    }

    private TableEntity Claim((string Partition, string Row) name) => new(name.Partition, name.Row)
    {
        ["TeachingPoint"] = key.TeachingPoint.Value,
        ["StudentNumber"] = key.Number.Value,
        ["IdHash"] = idHash,
    };

    private bool IsMine(TableEntity claim) =>
        claim.GetString("TeachingPoint") == key.TeachingPoint.Value
        && claim.GetString("StudentNumber") == key.Number.Value
        && claim.GetString("IdHash") == idHash;

    private async Task<bool> TryTakeAsync(TableEntity claim, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            try
            {
                await index.AddEntityAsync(claim, cancellationToken);
                return true;
            }
            catch (RequestFailedException ex) when (ex.Status == 409)
            {
                if (await ReadAsync(claim, cancellationToken) is { } other)
                {
                    return IsMine(other);
                }
            }
        }

        throw new InvalidOperationException($"A claim came and went {MostRounds} times while one roster row was enrolled.");
    }

    private async Task ReleaseAsync(TableEntity claim, CancellationToken cancellationToken)
    {
        try
        {
            if (await ReadAsync(claim, cancellationToken) is { } own && IsMine(own))
            {
                await index.DeleteEntityAsync(own, own.ETag, cancellationToken);
            }
        }
        catch (RequestFailedException ex) when (ex.Status == 412)
        {
            // Somebody else's by now.
        }
    }

    private async Task<TableEntity?> ReadAsync(TableEntity claim, CancellationToken cancellationToken)
    {
        var stored = await index.GetEntityIfExistsAsync<TableEntity>(
            claim.PartitionKey, claim.RowKey, cancellationToken: cancellationToken);
        return stored.HasValue ? stored.Value : null;
    }
}
