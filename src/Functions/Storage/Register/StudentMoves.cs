using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// Moves a student to another teaching point of the cohort. Tables change together only within a partition, so a move has four steps, each
/// of which may be made again by anybody: the old row becomes a tombstone, the student arrives with all requests, the claims follow, the
/// tombstone is closed. Requests change only together with the student's row, so they lie still while the move is open.
/// </summary>
internal sealed class StudentMoves(StorageAccount storage, DataKeys keys)
{
    // Each round means that somebody else wrote this very claim in between.
    private const int MostRounds = 20;

    // They arrive in one batch with the student and a line of history; nobody has more than a few.
    private const int MostRequests = 90;

    /// <summary>What the student left at a place; null when the student was never there, or is there.</summary>
    public static async Task<Tombstone?> FindAsync(StorageAccount storage, StudentKey key, CancellationToken cancellationToken)
    {
        var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(key), TableKeys.Tombstone(key.Number), cancellationToken: cancellationToken);
        return row.HasValue ? new Tombstone(row.Value!) : null;
    }

    /// <returns>False when the student changed or left meanwhile.</returns>
    public async Task<bool> TryMoveAsync(StudentKey from, Enrolment wanted, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var stored = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(from), TableKeys.Student(from.Number), cancellationToken: cancellationToken);
        if (!stored.HasValue || RegisterMarks.Read(stored.Value!).IdMark != TableKeys.IdHash(keys, wanted.Profile.NationalId))
        {
            return false;
        }

        if ((await ListRequestsAsync(from, cancellationToken)).Count > MostRequests)
        {
            throw new InvalidOperationException($"A student with more than {MostRequests} requests cannot be moved.");
        }

        try
        {
            List<TableTransactionAction> batch =
            [
                new(TableTransactionActionType.Delete, stored.Value!, stored.Value!.ETag),
                new(
                    TableTransactionActionType.UpsertReplace,
                    Tombstone.Begin(stored.Value!, from, wanted.Key.TeachingPoint, at)),
            ];
            await TableBatches.SubmitAsync(storage.Students, batch, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            // The student changed, or this very write got through and only its answer was lost: then the move is open.
            return false;
        }

        await FinishAsync(from, cancellationToken);
        return true;
    }

    /// <summary>Makes the steps of an open move that are still to be made. Nothing is done twice, whoever makes them.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> FinishAsync(StudentKey from, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await FindAsync(storage, from, cancellationToken) is not { IsOpen: true } tombstone)
            {
                return round > 0;
            }

            await ArriveAsync(tombstone, await ListRequestsAsync(from, cancellationToken), cancellationToken);
            await MoveClaimAsync(tombstone, TableKeys.NumberClaim(from.Number, from.Cohort), cancellationToken);
            await MoveClaimAsync(tombstone, TableKeys.IdClaim(RegisterMarks.Read(tombstone.Row).IdMark, from.Cohort), cancellationToken);
            if (await LeaveAsync(tombstone, cancellationToken) && await CloseAsync(tombstone, cancellationToken))
            {
                return true;
            }
        }

        throw new InvalidOperationException($"A move was not finished in {MostRounds} rounds.");
    }

    // The line of history tells that this step was made, also when the student has left again since.
    private async Task ArriveAsync(Tombstone tombstone, IReadOnlyList<TableEntity> requests, CancellationToken cancellationToken)
    {
        var (from, to) = (tombstone.Old, tombstone.New);
        var line = new HistoryEntityMapping(keys).ToRow(
            to, StudentMovement.Line(from.TeachingPoint, to.TeachingPoint, tombstone.BegunAt), tombstone.Move[..8]);
        try
        {
            // A request may lie there still: a move away from there was cut short before it left.
            List<TableTransactionAction> batch =
            [
                new(TableTransactionActionType.Add, tombstone.Arrived()),
                new(TableTransactionActionType.Add, line),
                .. requests.Select(request => new TableTransactionAction(TableTransactionActionType.UpsertReplace, tombstone.Arrived(request))),
            ];
            await TableBatches.SubmitAsync(storage.Students, batch, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 409)
        {
            var arrived = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
                line.PartitionKey, line.RowKey, ["RowKey"], cancellationToken);
            if (!arrived.HasValue)
            {
                throw;
            }
        }
    }

    // Only what is there while this move is open: a student who is back has requests there again.
    private async Task<bool> LeaveAsync(Tombstone tombstone, CancellationToken cancellationToken)
    {
        var requests = await ListRequestsAsync(tombstone.Old, cancellationToken);
        if (!await IsOpenAsync(tombstone, cancellationToken))
        {
            return false;
        }

        try
        {
            foreach (var request in requests)
            {
                await storage.Students.DeleteEntityAsync(request, request.ETag, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException ex) when (ex.Status == 412)
        {
            // Written since: encrypted anew, or there again with the student.
            return false;
        }
    }

    private async Task<bool> CloseAsync(Tombstone tombstone, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Students.UpdateEntityAsync(tombstone.Closed(), tombstone.Row.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            // Encrypted anew, or closed by somebody else: look again.
            return false;
        }
    }

    private async Task<IReadOnlyList<TableEntity>> ListRequestsAsync(StudentKey from, CancellationToken cancellationToken) =>
        await storage.Students.QueryAsync<TableEntity>(
            TableKeys.Rows(TableKeys.Partition(from), $"e~{from.Number}"), cancellationToken: cancellationToken).ToListAsync(cancellationToken);

    private async Task MoveClaimAsync(Tombstone tombstone, (string Partition, string Row) name, CancellationToken cancellationToken)
    {
        var (from, to) = (tombstone.Old, tombstone.New);
        for (var round = 0; round < MostRounds; round++)
        {
            var claim = await storage.StudentIndex.GetEntityIfExistsAsync<TableEntity>(
                name.Partition, name.Row, cancellationToken: cancellationToken);
            if (!claim.HasValue || StudentClaims.HolderOf(claim.Value!, from.Cohort) != from
                || !await IsOpenAsync(tombstone, cancellationToken))
            {
                return;
            }

            try
            {
                await storage.StudentIndex.UpdateEntityAsync(
                    StudentClaims.RowOf(name, to), claim.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
                return;
            }
            catch (RequestFailedException ex) when (ex.Status is 404 or 412)
            {
                // Somebody else wrote it: read again.
            }
        }

        throw new InvalidOperationException($"A claim changed {MostRounds} times while one student was moved.");
    }

    // Asked after the claim was read: a move that began since would have changed the claim, too. A student who is back at the old place
    // has been moved on, and the claim is right.
    private async Task<bool> IsOpenAsync(Tombstone tombstone, CancellationToken cancellationToken)
    {
        var live = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(tombstone.Old), TableKeys.Student(tombstone.Old.Number), ["RowKey"], cancellationToken);
        return !live.HasValue
            && await FindAsync(storage, tombstone.Old, cancellationToken) is { IsOpen: true } now
            && now.Move == tombstone.Move;
    }
}
