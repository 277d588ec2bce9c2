using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// A student's claims in the index: on the student number, which decides between two imports, then on the ID number. Three rules keep
/// them right whatever runs at once (docs/decisions/0011): a claim is put in before the student; whoever relies on a claim that was
/// there before writes it again; and only a claim that nobody has written since may be taken back.
/// </summary>
internal sealed class StudentClaims(TableClient index, RegisterLine student)
{
    // Each round means that another import released the claim in between.
    private const int MostRounds = 20;

    public RegisterLine Student { get; } = student;

    /// <summary>The version of the claim that this import itself has put in; null for one that was there.</summary>
    public ETag? OnNumber { get; set; }

    /// <inheritdoc cref="OnNumber"/>
    public ETag? OnId { get; set; }

    public TableEntity NumberRow => Row(TableKeys.NumberClaim(Student.Key.Number, Student.Key.Cohort));

    public TableEntity IdRow => Row(TableKeys.IdClaim(Student.IdMark, Student.Key.Cohort));

    /// <summary>Whose claim it is.</summary>
    public static StudentKey HolderOf(TableEntity claim, CohortCode cohort) => new(
        cohort,
        TeachingPointCode.Parse(claim.GetString("TeachingPoint")).Value!,
        StudentNumber.Parse(claim.GetString("StudentNumber")).Value!);

    /// <summary>Takes what is not taken yet. Failures: <c>national-id-taken</c>, <c>student-number-taken</c>; then neither is.</summary>
    public async Task<Failure?> TakeAsync(CancellationToken cancellationToken)
    {
        if (OnNumber is null)
        {
            var (isTaken, added) = await TakeAsync(NumberRow, holder => holder == Student.Key, cancellationToken);
            if (!isTaken)
            {
                await ReleaseAsync(cancellationToken);
                return RosterFailures.StudentNumberTaken;
            }

            OnNumber = added;
        }

        if (OnId is null)
        {
            // The claim on the number says where the student is; one of another teaching point is left over from an import that lost.
            var (isTaken, added) = await TakeAsync(IdRow, holder => holder.Number == Student.Key.Number, cancellationToken);
            if (!isTaken)
            {
                await ReleaseAsync(cancellationToken);
                return RosterFailures.NationalIdTaken;
            }

            OnId = added;
        }

        return null;
    }

    /// <summary>Takes back what this import has put in, unless somebody relies on it by now.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await DeleteAsync(index, IdRow, OnId, cancellationToken);
        await DeleteAsync(index, NumberRow, OnNumber, cancellationToken);
        (OnId, OnNumber) = (null, null);
    }

    private static async Task DeleteAsync(TableClient index, TableEntity claim, ETag? version, CancellationToken cancellationToken)
    {
        if (version is { } eTag)
        {
            try
            {
                await index.DeleteEntityAsync(claim.PartitionKey, claim.RowKey, eTag, cancellationToken);
            }
            catch (RequestFailedException ex) when (ex.Status is 404 or 412)
            {
                // Somebody else's by now.
            }
        }
    }

    private async Task<(bool IsTaken, ETag? Added)> TakeAsync(
        TableEntity claim, Predicate<StudentKey> isOurs, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            try
            {
                return (true, (await index.AddEntityAsync(claim, cancellationToken)).Headers.ETag);
            }
            catch (RequestFailedException ex) when (ex.Status == 409)
            {
                var standing = await index.GetEntityIfExistsAsync<TableEntity>(
                    claim.PartitionKey, claim.RowKey, cancellationToken: cancellationToken);
                if (!standing.HasValue)
                {
                    continue;
                }

                if (!isOurs(HolderOf(standing.Value!, Student.Key.Cohort)))
                {
                    return (false, null);
                }

                if (await RewriteAsync(claim, standing.Value!.ETag, cancellationToken))
                {
                    return (true, null);
                }
            }
        }

        throw new InvalidOperationException($"A claim came and went {MostRounds} times while one roster row was enrolled.");
    }

    private async Task<bool> RewriteAsync(TableEntity claim, ETag standing, CancellationToken cancellationToken)
    {
        try
        {
            await index.UpdateEntityAsync(claim, standing, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            return false;
        }
    }

    private TableEntity Row((string Partition, string Row) name) => new(name.Partition, name.Row)
    {
        ["TeachingPoint"] = Student.Key.TeachingPoint.Value,
        ["StudentNumber"] = Student.Key.Number.Value,
    };
}
