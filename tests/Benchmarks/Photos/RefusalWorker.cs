using System.Globalization;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>How soon one bad file is refused, and how much memory it takes meanwhile, the file's own bytes not counted.</summary>
internal static class RefusalWorker
{
    private const int Repeats = 15;

    /// <param name="sound">A small sound photo: the app has seen photos before the bad one comes.</param>
    /// <param name="file">The bad file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<int> RunAsync(string sound, string file, CancellationToken cancellationToken)
    {
        using var worker = new CodecWorker();
        await worker.NormaliseAsync(await File.ReadAllBytesAsync(sound, cancellationToken), checks: false, cancellationToken);
        var content = await File.ReadAllBytesAsync(file, cancellationToken);

        ProcessMemory.ResetPeak();
        var baseline = ProcessMemory.ResidentBytes;
        var first = await RefuseAsync(worker, content, cancellationToken);
        var above = ProcessMemory.PeakBytes - baseline;
        var later = new List<TimeSpan>();
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            later.Add(await RefuseAsync(worker, content, cancellationToken));
        }

        Console.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"first {first.TotalMilliseconds,6:0.0} ms   then {new Sample(later).Median.TotalMilliseconds,6:0.0} ms   +{above / 1048576.0,5:0.0} MiB"));
        return 0;
    }

    private static async Task<TimeSpan> RefuseAsync(CodecWorker worker, byte[] content, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var outputs = await worker.NormaliseAsync(content, checks: false, cancellationToken);
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        return outputs.Count == 0 ? elapsed : throw new InvalidOperationException("The file was not refused.");
    }
}
