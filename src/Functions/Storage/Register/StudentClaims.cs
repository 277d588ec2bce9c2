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
internal sealed class StudentClaims(StorageAccount storage, RegisterLine student)
{
    // Each round means that another import released the claim in between.
    private const int MostRounds = 20;

    public RegisterLine Student { get; } = student;

    /// <summary>The version of the claim that this import itself has put in; null for one that was there.</summary>
    public ETag? OnNumber { get; set; }

    /// <inheritdoc cref="OnNumber"/>
    public ETag? OnId { get; set; }

    public TableEntity NumberRow => RowOf(TableKeys.NumberClaim(Student.Key.Number, Student.Key.Cohort), Student.Key);

    public TableEntity IdRow => RowOf(TableKeys.IdClaim(Student.IdMark, Student.Key.Cohort), Student.Key);

    public static TableEntity RowOf((string Partition, string Row) name, StudentKey holder) => new(name.Partition, name.Row)
    {
        ["TeachingPoint"] = holder.TeachingPoint.Value,
        ["StudentNumber"] = holder.Number.Value,
    };

    /// <summary>Whose claim it is.</summary>
    public static StudentKey HolderOf(TableEntity claim, CohortCode cohort) => new(
        cohort,
        TeachingPointCode.Parse(claim.GetString("TeachingPoint")).Value!,
        StudentNumber.Parse(claim.GetString("StudentNumber")).Value!);

    /// <summary>Reads a claim; null when there is none.</summary>
    public static async Task<TableEntity?> ReadAsync(
        StorageAccount storage, (string Partition, string Row) name, CancellationToken cancellationToken)
    {
        var claim = await storage.StudentIndex.GetEntityIfExistsAsync<TableEntity>(
            name.Partition, name.Row, cancellationToken: cancellationToken);
        return claim.HasValue ? claim.Value : null;
    }

    /// <summary>Deletes a claim as it was read, unless somebody has written it since.</summary>
    /// <returns>Whether this call deleted it.</returns>
    public static async Task<bool> TryDeleteAsync(StorageAccount storage, TableEntity claim, CancellationToken cancellationToken)
    {
        try
        {
            await storage.StudentIndex.DeleteEntityAsync(claim.PartitionKey, claim.RowKey, claim.ETag, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            return false;
        }
    }

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

    /// <summary>
    /// Takes back what this import has put in, unless somebody relies on it by now: this import itself may, when a write got through and
    /// only its answer was lost.
    /// </summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (OnId is null && OnNumber is null)
        {
            return;
        }

        var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(Student.Key), TableKeys.Student(Student.Key.Number), RegisterMarks.Columns, cancellationToken);
        if (OnId is { } onId && !(row.HasValue && RegisterMarks.Read(row.Value!).IdMark == Student.IdMark))
        {
            await TryDeleteAsync(storage, Versioned(IdRow, onId), cancellationToken);
        }

        if (OnNumber is { } onNumber && !row.HasValue)
        {
            await TryDeleteAsync(storage, Versioned(NumberRow, onNumber), cancellationToken);
        }

        (OnId, OnNumber) = (null, null);
    }

    private static TableEntity Versioned(TableEntity claim, ETag version)
    {
        claim.ETag = version;
        return claim;
    }

    private async Task<(bool IsTaken, ETag? Added)> TakeAsync(
        TableEntity claim, Predicate<StudentKey> isOurs, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            try
            {
                return (true, (await storage.StudentIndex.AddEntityAsync(claim, cancellationToken)).Headers.ETag);
            }
            catch (RequestFailedException ex) when (ex.Status == 409)
            {
                var standing = await storage.StudentIndex.GetEntityIfExistsAsync<TableEntity>(
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
            await storage.StudentIndex.UpdateEntityAsync(claim, standing, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            return false;
        }
    }
}
