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
    public async Task AskAsync(string question, string address, int rounds, CancellationToken cancellationToken)
    {
        var durations = new List<TimeSpan>();
        var calls = 0;
        for (var round = 0; round <= rounds; round++)
        {
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

        await WriteAsync(question, new Sample(durations).Median, calls);
    }

    /// <summary>The walks of a night: all students' pictures, and each pair of them.</summary>
    public async Task WalkAsync(string cohort, CancellationToken cancellationToken)
    {
        app.Calls.Reset();
        var start = Stopwatch.GetTimestamp();
        var pictures = await app.Services.GetRequiredService<IStudentPictures>()
            .ListAsync(CohortCode.Parse(cohort).Value!, cancellationToken)
            .ToListAsync(cancellationToken);
        await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"the nightly walk over {pictures.Count} students"), Stopwatch.GetElapsedTime(start), app.Calls.Count);

        start = Stopwatch.GetTimestamp();
        var photos = pictures.Count(picture => picture.Fingerprint is not null);
        var suspects = DuplicatePairs.Suspects(pictures, new DuplicateRules()).Count;
        await WriteAsync(
            string.Create(CultureInfo.InvariantCulture, $"each pair of {photos} photos ({suspects} alike)"), Stopwatch.GetElapsedTime(start), 0);
    }

    private Task WriteAsync(string question, TimeSpan duration, int calls) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{question,-55}{duration.TotalMilliseconds,10:0.0} ms {calls,5} transactions"));
}
