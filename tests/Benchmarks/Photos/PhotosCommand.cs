using System.CommandLine;
using System.Globalization;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary><c>photos</c>: what a photo costs, held against sharp and djpeg; how soon bad files are refused; memory.</summary>
internal static class PhotosCommand
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Turns of each contender.", HelpName = "N", DefaultValueFactory = _ => 20 };
        var only = new Option<string>("--only") { Description = "Only kinds whose name begins so, for example \"12MP baseline\".", HelpName = "NAME" };
        var soak = new Option<int>("--soak") { Description = "Instead: mixed photos, four in flight, in one process; 2000 is usual.", HelpName = "N" };
        var command = new Command("photos", "Measure the codec: processor time and memory beside sharp and djpeg, bad files, a long run.")
        {
            rounds, only, soak,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            return result.GetValue(soak) is > 0 and var photos
                ? SoakAsync(photos, output, cancellationToken)
                : RunAsync(result.GetRequiredValue(rounds), result.GetValue(only) ?? "", output, cancellationToken);
        });
        return command;
    }

    private static async Task RunAsync(int rounds, string only, TextWriter output, CancellationToken cancellationToken)
    {
        using var samples = new PhotoSamples();
        var sharp = await Sharp.InstallAsync(cancellationToken);
        await output.WriteLineAsync(Machine.Describe());
        await output.WriteLineAsync($"ours: libvips {string.Join('.', Enumerable.Range(0, 3).Select(part => NetVips.NetVips.Version(part)))}");
        await output.WriteLineAsync($"sharp {sharp ?? "n/a: Node, npm or the package feed is missing"}");
        await output.WriteLineAsync(Djpeg.Version ?? "djpeg n/a: install libjpeg-turbo-progs (Debian, Ubuntu)");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"processor time a photo, user and system: median, least and most of {rounds} rounds; most memory held"));
        var lines = await CompareAsync(samples, sharp is not null, rounds, only, output, cancellationToken);
        await RefuseAsync(samples, output, cancellationToken);
        await new AppMemory(output).RunAsync(FlightFiles.Write(samples), cancellationToken);
        foreach (var line in lines)
        {
            await output.WriteLineAsync(line);
        }
    }

    private static async Task<List<string>> CompareAsync(
        PhotoSamples samples, bool hasSharp, int rounds, string only, TextWriter output, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var photos = PhotoCase.All.Where(photo => photo.Name.StartsWith(only, StringComparison.Ordinal)).ToArray();
        if (photos.Length == 0)
        {
            return lines;
        }

        using var contest = new Contest(samples, hasSharp, output);
        await contest.WarmUpAsync(cancellationToken);
        foreach (var photo in photos)
        {
            lines.Add(await contest.RunAsync(photo, rounds, cancellationToken));
        }

        return lines;
    }

    private static async Task RefuseAsync(PhotoSamples samples, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("bad files, time and memory above what the process held before:");
        var photo = await File.ReadAllBytesAsync(samples.FileOf(PhotoCase.Usual), cancellationToken);
        var sound = samples.Saved("sound.jpg", () => SampleFiles.File("platform-size"));
        foreach (var (bad, number) in BadFiles.All.Select((bad, number) => (bad, number)))
        {
            var file = samples.Saved($"bad-{number}", () => bad.Create(photo));
            using var worker = WorkerProcess.Own(WorkerCommand.Refusal, sound, file);
            await output.WriteLineAsync($"  {bad.Name,-30}{await worker.ReadToEndAsync(cancellationToken)}");
        }
    }

    private static async Task SoakAsync(int photos, TextWriter output, CancellationToken cancellationToken)
    {
        using var samples = new PhotoSamples();
        await output.WriteLineAsync(Machine.Describe());
        await output.WriteLineAsync($"{photos} mixed photos, with checks, in one process:");
        using var worker = WorkerProcess.Own(
            WorkerCommand.Flight, FlightFiles.Write(samples), photos.ToString(CultureInfo.InvariantCulture));
        await worker.CopyToAsync(output, cancellationToken);
    }
}
