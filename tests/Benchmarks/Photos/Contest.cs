using System.Globalization;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>All contenders on one kind of photo, by turns, so that whatever else the machine does meets them alike.</summary>
internal sealed class Contest(PhotoSamples samples, bool hasSharp, TextWriter output)
{
    private const int WarmUps = 60;

    /// <returns>The line that sums it up.</returns>
    public async Task<string> RunAsync(PhotoCase photo, int rounds, CancellationToken cancellationToken)
    {
        var file = samples.FileOf(photo);
        using var codec = WorkerProcess.Own(WorkerCommand.Codec);
        using var checking = WorkerProcess.Own(WorkerCommand.Codec);
        using var sharp = hasSharp ? Sharp.Start() : null;
        var task = new WorkerTask { File = file, Repeats = photo.Repeats };
        await WarmUpAsync(codec, task, cancellationToken);
        await WarmUpAsync(checking, task with { Checks = true }, cancellationToken);
        await WarmUpAsync(sharp, task, cancellationToken);

        var (ours, checks, theirs, bare) = (new Figures(), new Figures(), new Figures(), new Figures());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await codec.AskAsync(task, cancellationToken));
            if (sharp is not null)
            {
                theirs.Add(await sharp.AskAsync(task, cancellationToken));
            }

            if (Djpeg.Version is not null)
            {
                bare.Add(await Djpeg.RunAsync(file, photo.Repeats, cancellationToken));
            }

            checks.Add(await checking.AskAsync(task with { Checks = true }, cancellationToken));
        }

        await WriteAsync(photo, file, ours, checks, theirs, bare);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"photos {photo.Name}: ours/sharp {Ratio(ours, hasSharp ? theirs : null)}, ours/djpeg {Ratio(ours, Djpeg.Version is null ? null : bare)}, checks {checks.MoreThan(ours):+0;-0} ms");
    }

    // Small photos first: the code is compiled for good after some dozens of them, and they are over soon.
    private async Task WarmUpAsync(WorkerProcess? worker, WorkerTask task, CancellationToken cancellationToken)
    {
        if (worker is null)
        {
            return;
        }

        var small = samples.FileOf(PhotoCase.All[0]);
        await worker.AskAsync(task with { File = small, Repeats = WarmUps }, cancellationToken);
        await worker.AskAsync(task, cancellationToken);
    }

    private async Task WriteAsync(PhotoCase photo, string file, Figures ours, Figures checks, Figures sharp, Figures djpeg)
    {
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{photo.Name}, {photo.Width}×{photo.Height}, {new FileInfo(file).Length / 1e6:0.0} MB"));
        await output.WriteLineAsync($"  ours               {ours}");
        await output.WriteLineAsync($"  ours with checks   {checks}");
        await output.WriteLineAsync($"  sharp              {(hasSharp ? sharp : "     n/a")}");
        await output.WriteLineAsync($"  djpeg -scale 1/4   {(Djpeg.Version is null ? "     n/a" : djpeg)}");
    }

    private static string Ratio(Figures ours, Figures? theirs) =>
        theirs is null ? "n/a" : ours.RatioTo(theirs).ToString("0.00", CultureInfo.InvariantCulture);
}
