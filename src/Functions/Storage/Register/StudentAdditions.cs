using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>Adds many students in batches: the claims on their numbers, the claims on their ID numbers, the students.</summary>
internal sealed class StudentAdditions(StorageAccount storage, DataKeys keys, TimeProvider time)
{
    // A student, and that another photo has to be taken.
    private const int MostActions = 2;

    /// <returns>Those who could not be added so, because something stood in the way; each has to be looked at by itself.</returns>
    public async Task<IReadOnlyList<(Enrolment Enrolment, StudentClaims Claims)>> AddAsync(
        IEnumerable<Enrolment> enrolments, CancellationToken cancellationToken)
    {
        var rows = enrolments.Select(enrolment => new Addition(enrolment, ClaimsOf(enrolment))).ToList();
        await TableBatches.AddAsync(
            storage.StudentIndex, rows, row => row.Claims.NumberRow, (row, eTag) => row.Claims.OnNumber = eTag, cancellationToken);
        await TableBatches.AddAsync(
            storage.StudentIndex,
            rows.Where(row => row.Claims.OnNumber is not null),
            row => row.Claims.IdRow,
            (row, eTag) => row.Claims.OnId = eTag,
            cancellationToken);
        await TableBatches.AddAsync(
            storage.Students,
            rows.Where(row => row.Claims.OnId is not null && !row.Enrolment.MustRecapture),
            row => new StudentEntityMapping(keys).ToEntity(EnrolmentDecider.Add(row.Enrolment, time.GetUtcNow()).Student),
            (row, _) => row.IsAdded = true,
            cancellationToken);
        await TableBatches.EachBatchAsync(
            rows.Where(row => row.Claims.OnId is not null && row.Enrolment.MustRecapture),
            row => TableKeys.Partition(row.Enrolment.Key),
            async (batch, token) =>
            {
                foreach (var part in batch.Chunk(TableBatches.LargestBatch / MostActions))
                {
                    await TryAddAsync(part, token);
                }
            },
            cancellationToken);
        return [.. rows.Where(row => !row.IsAdded).Select(row => (row.Enrolment, row.Claims))];
    }

    public StudentClaims ClaimsOf(Enrolment enrolment) =>
        new(storage, RegisterMarks.LineOf(keys, enrolment));

    /// <summary>
    /// Adds a student whose claims were there before. A claim may belong to a move that began since it was looked up: then the student is on
    /// the way to another place, and what was added here is taken back.
    /// </summary>
    /// <returns>False when nothing was added.</returns>
    public async Task<bool> TryAddAsync(Enrolment enrolment, CancellationToken cancellationToken)
    {
        var actions = ActionsOf(enrolment).ToList();
        try
        {
            var added = await TableBatches.SubmitAsync(storage.Students, actions, cancellationToken);
            if (await StudentMoves.FindAsync(storage, enrolment.Key, cancellationToken) is not { IsOpen: true })
            {
                return true;
            }

            var back = actions.Select((action, i) =>
                new TableTransactionAction(TableTransactionActionType.Delete, action.Entity, added[i].Headers.ETag!.Value));
            await TableBatches.SubmitAsync(storage.Students, [.. back], cancellationToken);
            return false;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private async Task<bool> TryAddAsync(IEnumerable<Enrolment> enrolments, CancellationToken cancellationToken)
    {
        try
        {
            await TableBatches.SubmitAsync(storage.Students, [.. enrolments.SelectMany(ActionsOf)], cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status == 409)
        {
            return false;
        }
    }

    private async Task TryAddAsync(Addition[] rows, CancellationToken cancellationToken)
    {
        var areAdded = await TryAddAsync(rows.Select(row => row.Enrolment), cancellationToken);
        Array.ForEach(rows, row => row.IsAdded = areAdded);
    }

    private IEnumerable<TableTransactionAction> ActionsOf(Enrolment enrolment)
    {
        var change = EnrolmentDecider.Add(enrolment, time.GetUtcNow());
        return
        [
            new(TableTransactionActionType.Add, new StudentEntityMapping(keys).ToEntity(change.Student)),
            .. change.History.Select(line => new TableTransactionAction(
                TableTransactionActionType.Add, new HistoryEntityMapping(keys).ToRow(enrolment.Key, line, line.Event))),
        ];
    }

    private sealed record Addition(Enrolment Enrolment, StudentClaims Claims)
    {
        public bool IsAdded { get; set; }
    }
}
