using System.Globalization;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>Mixed photos, four at a time, in one process: memory on the way.</summary>
internal static class FlightWorker
{
    private const int InFlight = 4;
    private const int Mark = 500;

    /// <param name="folder">Where the photos are.</param>
    /// <param name="photos">How many are read and written.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<int> RunAsync(string folder, string photos, CancellationToken cancellationToken)
    {
        using var worker = new CodecWorker();
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray();
        var count = int.Parse(photos, CultureInfo.InvariantCulture);
        var (done, written) = (0, 0);
        await Print($"  {files.Length} kinds of files, {InFlight} in flight, {Environment.ProcessorCount} cores; at the start {Resident()}");
        var limit = new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, limit, async (number, token) =>
        {
            // Read anew every time, as from the store.
            var content = await File.ReadAllBytesAsync(files[number % files.Length], token);
            if ((await worker.NormaliseAsync(content, checks: true, token)).Count > 0)
            {
                Interlocked.Increment(ref written);
            }

            if (Interlocked.Increment(ref done) is var finished && (finished % Mark == 0 || finished == count))
            {
                await Print($"  after {finished,6} photos: holds {Resident(),9}   peak {ProcessMemory.Mebibytes(ProcessMemory.PeakBytes),9}");
            }
        });
        await Print($"  {written} written, {count - written} refused");
        return 0;
    }

    private static string Resident() => ProcessMemory.Mebibytes(ProcessMemory.ResidentBytes);

    private static Task Print(FormattableString line) => Console.Out.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
