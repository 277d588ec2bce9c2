using System.Globalization;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>All contenders on one kind of photo after the other, by turns, so that whatever else the machine does meets them alike.</summary>
internal sealed class Contest(PhotoSamples samples, bool hasSharp, TextWriter output) : IDisposable
{
    // As in a process that has been up for a while: the last of the code is compiled for good after some two hundred photos.
    private const int WarmUps = 300;
    private readonly WorkerProcess _codec = WorkerProcess.Own(WorkerCommand.Codec);
    private readonly WorkerProcess _checking = WorkerProcess.Own(WorkerCommand.Codec);
    private readonly WorkerProcess? _sharp = hasSharp ? Sharp.Start() : null;

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var task = new WorkerTask { File = samples.FileOf(PhotoCase.All[0]), Repeats = WarmUps };
        await _codec.AskAsync(task, cancellationToken);
        await _checking.AskAsync(task with { Checks = true }, cancellationToken);
        if (_sharp is not null)
        {
            await _sharp.AskAsync(task, cancellationToken);
        }
    }

    /// <returns>The line that sums it up.</returns>
    public async Task<string> RunAsync(PhotoCase photo, int rounds, CancellationToken cancellationToken)
    {
        var file = samples.FileOf(photo);
        var task = new WorkerTask { File = file, Repeats = photo.Repeats };
        var (ours, checks, theirs, bare) = (new Figures(), new Figures(), new Figures(), new Figures());
        List<Func<WorkerTask, Task>> turns =
        [
            async asked => ours.Add(await _codec.AskAsync(asked, cancellationToken)),
            async asked => checks.Add(await _checking.AskAsync(asked with { Checks = true }, cancellationToken)),
        ];
        if (_sharp is not null)
        {
            turns.Add(async asked => theirs.Add(await _sharp.AskAsync(asked, cancellationToken)));
        }

        if (Djpeg.Version is not null)
        {
            turns.Add(async asked => bare.Add(await Djpeg.RunAsync(asked.File, asked.Repeats, cancellationToken)));
        }

        // The first turn is for getting used to the photo.
        foreach (var turn in turns)
        {
            await turn(task with { IsFirst = true });
        }

        foreach (var figures in (Figures[])[ours, checks, theirs, bare])
        {
            figures.Clear();
        }

        for (var round = 0; round < rounds; round++)
        {
            await TakeTurnsAsync(turns, round, task);
        }

        await WriteAsync(photo, file, ours, checks, theirs, bare);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"photos {photo.Name}: ours/sharp {Ratio(ours, theirs)}, ours/djpeg {Ratio(ours, bare)}, checks {checks.MoreThan(ours):+0;-0} ms");
    }

    public void Dispose()
    {
        _codec.Dispose();
        _checking.Dispose();
        _sharp?.Dispose();
    }

    // Another one begins each time, forwards and backwards: nobody always comes after the same neighbour.
    private static async Task TakeTurnsAsync(List<Func<WorkerTask, Task>> turns, int round, WorkerTask task)
    {
        for (var turn = 0; turn < turns.Count; turn++)
        {
            var step = round / turns.Count % 2 == 0 ? turn : turns.Count - turn;
            await turns[(round + step) % turns.Count](task);
        }
    }

    private async Task WriteAsync(PhotoCase photo, string file, Figures ours, Figures checks, Figures sharp, Figures djpeg)
    {
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{photo.Name}, {photo.Width}×{photo.Height}, {new FileInfo(file).Length / 1e6:0.0} MB"));
        await output.WriteLineAsync($"  ours               {ours}");
        await output.WriteLineAsync($"  ours with checks   {checks}");
        await output.WriteLineAsync($"  sharp              {sharp}");
        await output.WriteLineAsync($"  djpeg -scale 1/4   {djpeg}");
    }

    private static string Ratio(Figures ours, Figures theirs) =>
        theirs.IsEmpty ? "n/a" : ours.RatioTo(theirs).ToString("0.00", CultureInfo.InvariantCulture);
}
