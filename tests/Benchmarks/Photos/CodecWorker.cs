using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Imaging;
using PhotoFunctions.Functions.Imaging.Faces;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>The app's own codec, as the intake uses it: header, limits, journal, decode, checks when asked for, both outputs.</summary>
internal sealed class CodecWorker : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly PhotoSpecification Rules = PhotoSpecification.Default;
    private readonly DirectoryInfo _journal = Directory.CreateTempSubdirectory("photofunctions-journal-");
    private readonly VipsPhotoCodec _codec;

    public CodecWorker() => _codec = new VipsPhotoCodec(
        new CascadeFaceFinder(Path.Combine(AppContext.BaseDirectory, CascadeFaceFinder.Folder), NullLogger<CascadeFaceFinder>.Instance),
        new DecodeJournal(_journal.FullName, TimeProvider.System));

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var worker = new CodecWorker();
        var photos = new Dictionary<string, byte[]>();
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            var task = JsonSerializer.Deserialize<WorkerTask>(line, Json)!;
            if (task.IsFirst)
            {
                photos.Clear();
                ProcessMemory.ResetPeak();
            }

            if (!photos.TryGetValue(task.File, out var photo))
            {
                photos.Add(task.File, photo = await File.ReadAllBytesAsync(task.File, cancellationToken));
            }

            IReadOnlyList<NormalisedPhoto> outputs = [];
            var before = Environment.CpuUsage.TotalTime;
            for (var repeat = 0; repeat < task.Repeats; repeat++)
            {
                outputs = await worker.NormaliseAsync(photo, task.Checks, cancellationToken);
            }

            var answer = new WorkerAnswer
            {
                CpuMilliseconds = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / task.Repeats,
                PeakBytes = ProcessMemory.PeakBytes,
                Outputs = [.. outputs.Select(output => new WorkerOutput(output.Quality, output.Content.Length))],
            };
            Console.WriteLine(JsonSerializer.Serialize(answer, Json));
        }

        return 0;
    }

    /// <returns>The outputs; none for a photo that is refused.</returns>
    public async Task<IReadOnlyList<NormalisedPhoto>> NormaliseAsync(byte[] photo, bool checks, CancellationToken cancellationToken)
    {
        if (!_codec.Inspect(photo).Succeeded(out var inspection, out _) || PhotoValidator.Validate(inspection, Rules).Count > 0)
        {
            return [];
        }

        var plan = NormalisationPlan.For(inspection, Rules);
        if (!(await _codec.DecodeAsync(photo, plan, cancellationToken)).Succeeded(out var picture, out _))
        {
            return [];
        }

        if (checks)
        {
            _ = PixelValidator.Validate(await _codec.MeasureAsync(picture, Rules, cancellationToken), Rules);
        }

        return (await _codec.WriteAsync(picture, plan.Outputs, cancellationToken)).Outputs;
    }

    public void Dispose()
    {
        _codec.Dispose();
        _journal.Delete(recursive: true);
    }
}
