using System.Collections.Concurrent;
using PhotoFunctions.Benchmarks.Scale;

namespace PhotoFunctions.Benchmarks.Api;

/// <summary>Requests as people at the college make them, one after the other or many at once. Anything but 200 is an error.</summary>
internal sealed class Traffic(HttpClient admin, string cohort, int students, int points)
{
    private static readonly TimeProvider Time = TimeProvider.System;
    private int _errors;

    /// <summary>Errors of the requests one after the other.</summary>
    public int Errors => _errors;

    /// <summary>50 students of a teaching point.</summary>
    public string List(int turn) => $"cohorts/{cohort}/teaching-points/{Roster.PointOf(turn % points)}/students?top=50";

    /// <summary>One student with history and findings; another one each time.</summary>
    public string Detail(int turn) => $"cohorts/{cohort}/students/{Roster.NumberOf((int)(turn * 7919L % students))}";

    public async Task<Sample> AskAsync(int requests, Func<int, string> address, CancellationToken cancellationToken)
    {
        var durations = new List<TimeSpan>();
        for (var turn = 0; turn < requests; turn++)
        {
            var (duration, isGood) = await AskAsync(address(turn), cancellationToken);
            durations.Add(duration);
            _errors += isGood ? 0 : 1;
        }

        return new Sample(durations);
    }

    /// <summary>Each client asks again as soon as it has its answer, a list and a student by turns.</summary>
    public async Task<(IReadOnlyCollection<TimeSpan> Durations, int Errors)> CrowdAsync(
        int clients, TimeSpan duration, CancellationToken cancellationToken)
    {
        var (durations, errors) = (new ConcurrentBag<TimeSpan>(), 0);
        var started = Time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            for (var turn = client; Time.GetElapsedTime(started) < duration; turn += clients)
            {
                var (took, isGood) = await AskAsync(turn / clients % 2 == 0 ? List(turn) : Detail(turn), cancellationToken);
                durations.Add(took);
                if (!isGood)
                {
                    Interlocked.Increment(ref errors);
                }
            }
        }));
        return (durations, errors);
    }

    private async Task<(TimeSpan Duration, bool IsGood)> AskAsync(string address, CancellationToken cancellationToken)
    {
        var started = Time.GetTimestamp();
        try
        {
            using var response = await admin.GetAsync(
                new Uri($"/api/{address}", UriKind.Relative), cancellationToken);
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return (Time.GetElapsedTime(started), response.StatusCode == System.Net.HttpStatusCode.OK);
        }
        catch (HttpRequestException)
        {
            return (Time.GetElapsedTime(started), false);
        }
    }
}
