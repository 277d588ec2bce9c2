using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage.Register;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// Changes students together with their history: one at a time, or as many of one partition as fit into a batch. A batch that meets
/// somebody else's change is done again one by one.
/// </summary>
internal sealed class TableStudentChanges(StorageAccount storage, DataKeysSource keysSource) : IStudentChanges
{
    // Each round means that somebody else changed this very student in between; more than a few in a row is a bug, not bad luck.
    private const int MostRounds = 20;

    // The service's limit for a batch.
    private const int MostOperations = 100;
    private const int BatchesAtOnce = 4;
    private const int PartitionsAtOnce = 16;
    private static readonly string[] ClaimColumns = ["PartitionKey", "RowKey", "TeachingPoint", "StudentNumber"];

    public async Task<StudentMatches> MatchAsync(
        CohortCode cohort,
        IReadOnlyCollection<StudentNumber> numbers,
        IReadOnlyCollection<NationalId> ids,
        CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var byNumber = numbers.ToDictionary(number => TableKeys.NumberClaim(number, cohort));
        var byId = ids.ToDictionary(id => TableKeys.IdClaim(TableKeys.IdHash(keys, id), cohort));
        var claims = await ClaimsAsync(byNumber.Keys.Concat(byId.Keys), cancellationToken);
        return new StudentMatches(Found(byNumber), Found(byId));

        Dictionary<T, StudentKey> Found<T>(Dictionary<(string, string), T> names)
            where T : notnull => names.Where(name => claims.ContainsKey(name.Key))
                .ToDictionary(name => name.Value, name => Owner(cohort, claims[name.Key]));
    }

    public async Task<Result<Student>> ChangeAsync(
        StudentKey key, Func<Student, Result<StudentChange>> decide, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var mapping = new StudentEntityMapping(keys);
        for (var round = 0; round < MostRounds; round++)
        {
            var stored = await ReadAsync(key, cancellationToken);
            if (stored is null)
            {
                return RosterFailures.StudentNumberUnknown;
            }

            if (!decide(mapping.ToStudent(stored)).Succeeded(out var change, out var failure))
            {
                return failure;
            }

            if (change.IsNothing)
            {
                return change.Student;
            }

            try
            {
                await storage.Students.SubmitTransactionAsync(Actions(keys, stored, change), cancellationToken);
                return change.Student;
            }
            catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
            {
                // Somebody else changed or moved the student, or this very change got through and only its answer was lost: read again.
            }
        }

        throw new InvalidOperationException($"The student changed {MostRounds} times while one change was recorded.");
    }

    public async Task<IReadOnlyCollection<StudentKey>> ChangeAllAsync(
        IReadOnlyCollection<StudentKey> keys, Func<Student, StudentChange> decide, CancellationToken cancellationToken)
    {
        var dataKeys = await keysSource.GetAsync(cancellationToken);
        var there = new ConcurrentDictionary<StudentKey, bool>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(BatchesAsync(dataKeys, keys, DecideThere, cancellationToken), options, async (batch, token) =>
        {
            try
            {
                await storage.Students.SubmitTransactionAsync(batch.SelectMany(change => change.Actions), token);
            }
            catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
            {
                foreach (var (key, _) in batch)
                {
                    if (!(await ChangeAsync(key, student => decide(student), token)).Succeeded(out _, out _))
                    {
                        there.TryRemove(key, out _);
                    }
                }
            }
        });

        var gone = keys.Where(key => !there.ContainsKey(key)).ToList();
        foreach (var key in gone)
        {
            await new StudentMoves(storage, dataKeys).FinishAsync(key, cancellationToken);
        }

        return gone;

        StudentChange DecideThere(Student student)
        {
            there[student.Key] = true;
            return decide(student);
        }
    }

    public async IAsyncEnumerable<Student> ReadAllAsync(
        IReadOnlyCollection<StudentKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = new StudentEntityMapping(await keysSource.GetAsync(cancellationToken));
        await foreach (var row in ReadRowsAsync(keys, cancellationToken))
        {
            yield return mapping.ToStudent(row);
        }
    }

    private static StudentKey Owner(CohortCode cohort, TableEntity claim) => new(
        cohort,
        TeachingPointCode.Parse(claim.GetString("TeachingPoint")).Value!,
        StudentNumber.Parse(claim.GetString("StudentNumber")).Value!);

    private async Task<ConcurrentDictionary<(string Partition, string Row), TableEntity>> ClaimsAsync(
        IEnumerable<(string Partition, string Row)> names, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<(string Partition, string Row), TableEntity>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(names.GroupBy(name => name.Partition, name => name.Row), options, async (partition, token) =>
        {
            await foreach (var row in storage.StudentIndex.FindAsync(partition.Key, [.. partition], ClaimColumns, token))
            {
                found[(row.PartitionKey, row.RowKey)] = row;
            }
        });
        return found;
    }

    private static List<TableTransactionAction> Actions(DataKeys keys, TableEntity stored, StudentChange change)
    {
        var after = change.Student;
        var student = new TableTransactionAction(
            TableTransactionActionType.UpdateMerge, new StudentEntityMapping(keys).ToEntity(after), stored.ETag);
        var history = new HistoryEntityMapping(keys);
        return
        [
            student,
            .. change.History.Select(line =>
                new TableTransactionAction(TableTransactionActionType.Add, history.ToRow(after.Key, line, line.Event))),
        ];
    }

    private async IAsyncEnumerable<List<(StudentKey Key, List<TableTransactionAction> Actions)>> BatchesAsync(
        DataKeys dataKeys,
        IReadOnlyCollection<StudentKey> keys,
        Func<Student, StudentChange> decide,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = new StudentEntityMapping(dataKeys);
        var batch = new List<(StudentKey Key, List<TableTransactionAction> Actions)>();
        var operations = 0;
        await foreach (var stored in ReadRowsAsync(keys, cancellationToken))
        {
            var change = decide(mapping.ToStudent(stored));
            if (change.IsNothing)
            {
                continue;
            }

            var actions = Actions(dataKeys, stored, change);
            if (operations + actions.Count > MostOperations)
            {
                yield return batch;
                (batch, operations) = ([], 0);
            }

            batch.Add((change.Student.Key, actions));
            operations += actions.Count;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private IAsyncEnumerable<TableEntity> ReadRowsAsync(IReadOnlyCollection<StudentKey> keys, CancellationToken cancellationToken) =>
        storage.Students.FindAsync(
            TableKeys.Partition(keys.First()), [.. keys.Select(key => TableKeys.Student(key.Number))], columns: null, cancellationToken);

    private async Task<TableEntity?> ReadAsync(StudentKey key, CancellationToken cancellationToken)
    {
        var stored = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(key), TableKeys.Student(key.Number), cancellationToken: cancellationToken);
        return stored.HasValue ? stored.Value : null;
    }
}
