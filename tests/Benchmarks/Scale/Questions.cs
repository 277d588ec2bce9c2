using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Benchmarks.Scale;

/// <summary>Asks what people ask, over the API: how long it takes, and how many storage transactions.</summary>
internal sealed class Questions(CountedApp app, HttpClient admin, TextWriter output)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(31);

    /// <param name="question">What is asked.</param>
    /// <param name="address">Below <c>/api</c>.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="isForgotten">Whether half a minute passes before each round.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task AskAsync(
        string question, string address, int rounds, bool isForgotten, CancellationToken cancellationToken)
    {
        var durations = new List<TimeSpan>();
        var calls = 0;
        for (var round = 0; round <= rounds; round++)
        {
            app.Clock.Advance(isForgotten ? Forgotten : TimeSpan.Zero);
            app.Calls.Reset();
            var start = Stopwatch.GetTimestamp();
            using var answer = await admin.GetAsync(new Uri($"/api/{address}", UriKind.Relative), cancellationToken);
            answer.EnsureSuccessStatusCode();
            if (round > 0)
            {
                // The first one meets cold caches.
                durations.Add(Stopwatch.GetElapsedTime(start));
                calls = app.Calls.Count;
            }
        }

        var sample = new Sample(durations);
        await WriteAsync(question, sample.Median, calls, string.Create(
            CultureInfo.InvariantCulture, $"   95 % {sample.Percentile95.TotalMilliseconds,8:0.0} ms (n = {rounds})"));
    }

    /// <summary>The walks of a night: all students' pictures, and each pair of them.</summary>
    public async Task WalkAsync(string cohort, CancellationToken cancellationToken)
    {
        app.Calls.Reset();
        var start = Stopwatch.GetTimestamp();
        var pictures = await app.Services.GetRequiredService<IStudentPictures>()
            .ListAsync(CohortCode.Parse(cohort).Value!, cancellationToken)
            .ToListAsync(cancellationToken);
        await WriteAsync($"the nightly walk over {pictures.Count} students", Stopwatch.GetElapsedTime(start), app.Calls.Count);

        start = Stopwatch.GetTimestamp();
        var photos = pictures.Count(picture => picture.Fingerprint is not null);
        var suspects = DuplicatePairs.Suspects(pictures, new DuplicateRules()).Count;
        await WriteAsync(
            $"each pair of {photos} photos ({suspects} alike)", Stopwatch.GetElapsedTime(start), 0);
    }

    private Task WriteAsync(string question, TimeSpan duration, int calls, string spread = "") => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{question,-55}{duration.TotalMilliseconds,10:0.0} ms {calls,5} transactions{spread}"));
}
