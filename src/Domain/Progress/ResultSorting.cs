using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Progress;

/// <summary>Finds the student of each row, and of several rows about one student the row that counts; and sums up in the end.</summary>
internal sealed class ResultSorting
{
    private readonly IReadOnlyList<ResultEntry> _entries;
    private readonly List<ResultRemark> _errors = [];
    private readonly List<ResultRemark> _warnings = [];
    private readonly Dictionary<StudentKey, ResultEntry> _chosen = [];
    private int _withoutResult;
    private int _repeated;
    private int _overtaken;

    internal ResultSorting(IReadOnlyList<ResultEntry> entries, StudentMatches matches)
    {
        _entries = entries;
        var byStudent = new Dictionary<StudentKey, List<ResultEntry>>();
        foreach (var entry in entries)
        {
            if (entry.Errors.Count > 0)
            {
                _errors.AddRange(entry.Errors.Select(entry.Remark));
            }
            else if (!OwnerOf(entry, matches).Succeeded(out var key, out var failure))
            {
                _errors.Add(entry.Remark(failure));
            }
            else if (entry.Result is null)
            {
                _withoutResult++;
                _warnings.AddRange(entry.Warning is { } warning ? [entry.Remark(warning)] : []);
            }
            else if (!byStudent.TryAdd(key, [entry]))
            {
                byStudent[key].Add(entry);
            }
        }

        foreach (var (key, rows) in byStudent)
        {
            Choose(key, rows);
        }
    }

    /// <summary>The row that counts for each student.</summary>
    internal IReadOnlyDictionary<StudentKey, ResultEntry> Chosen => _chosen;

    internal ResultReport Report(IReadOnlyDictionary<StudentNumber, Result<ResultDecision>> decisions)
    {
        var (errors, warnings, outcomes) = (_errors.ToList(), _warnings.ToList(), new List<ResultOutcome>());
        foreach (var (key, entry) in _chosen)
        {
            // Claimed in the index but not there: an enrolment that was cut short.
            if (!decisions.TryGetValue(key.Number, out var decided))
            {
                errors.Add(entry.Remark(RosterFailures.StudentNumberUnknown));
            }
            else if (decided.Succeeded(out var decision, out var failure))
            {
                outcomes.Add(decision.Outcome);
                warnings.AddRange(decision.Warning is { } warning ? [entry.Remark(warning)] : []);
            }
            else
            {
                errors.Add(entry.Remark(failure));
            }
        }

        return new ResultReport
        {
            Rows = _entries.Count,
            Applied = outcomes.Count(outcome => outcome == ResultOutcome.Applied),
            Unchanged = outcomes.Count(outcome => outcome == ResultOutcome.Unchanged) + _repeated,
            Older = outcomes.Count(outcome => outcome == ResultOutcome.Older) + _overtaken,
            WithoutResult = _withoutResult,
            Errors = [.. errors.OrderBy(error => error.Row).ThenBy(error => error.Failure.Code, StringComparer.Ordinal)],
            Warnings = [.. warnings.OrderBy(warning => warning.Row)],
        };
    }

    private static Result<StudentKey> OwnerOf(ResultEntry entry, StudentMatches matches)
    {
        var byNumber = entry.Number is { } number ? matches.ByNumber.GetValueOrDefault(number) : null;
        var byId = entry.Id is { } id ? matches.ById.GetValueOrDefault(id) : null;
        return entry.Number is not null && byNumber is null ? RosterFailures.StudentNumberUnknown
            : entry.Id is not null && byId is null ? ResultFailures.NationalIdUnknown
            : byNumber is not null && byId is not null && byNumber.Number != byId.Number ? ResultFailures.Mismatch
            : (byNumber ?? byId)!;
    }

    private void Choose(StudentKey key, List<ResultEntry> rows)
    {
        var rank = rows.Max(row => row.Result!.Rank);
        var newest = rows.Where(row => row.Result!.Rank == rank).ToList();
        _overtaken += rows.Count - newest.Count;
        var chosen = newest[0];
        if (newest.Find(row => !Equals(row.Result!.Status, chosen.Result!.Status)) is { } other)
        {
            _errors.AddRange(newest.Select(row => Conflict(row, Equals(row.Result!.Status, chosen.Result!.Status) ? other : chosen)));
            return;
        }

        _repeated += newest.Count - 1;
        _chosen.Add(key, chosen);
    }

    private static ResultRemark Conflict(ResultEntry entry, ResultEntry other) =>
        entry.Remark(ResultFailures.Conflict(other.Row.RowNumber, entry.Result!.Status!, other.Result!.Status!));
}
