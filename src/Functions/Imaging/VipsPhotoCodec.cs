using System.Runtime.InteropServices;
using NetVips;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>Photos through libvips: only its JPEG and PNG loaders are enabled, and one photo a core is decoded at a time.</summary>
internal sealed class VipsPhotoCodec(IFaceFinder faces, DecodeJournal journal) : IPhotoCodec, IDisposable
{
    private const int BytesOfPixel = 3;

    // Side by side, two such would be most of what the app may hold (docs/performance.md).
    private const long HeavyBytes = 64 * 1024 * 1024;
    private readonly DecodeGate _gate = new();
    private readonly PixelMeasurement _measurement = new(faces);

    static VipsPhotoCodec()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        Operation.Block("VipsForeignLoadJpeg", false);
        Operation.Block("VipsForeignLoadPng", false);
        Cache.Max = 0;

        // Warnings go to the app's error output in words that may come from the file. The failure says enough.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });

        // Parallelism comes from photos, not from within one.
        NetVips.NetVips.Concurrency = 1;
    }

    public Result<PhotoInspection> Inspect(ReadOnlyMemory<byte> content)
    {
        if (!PhotoSignature.Read(content.Span).Succeeded(out var format, out var failure))
        {
            return failure;
        }

        if (Walk(format, content) is not { } walked)
        {
            return PhotoFailures.Truncated;
        }

        try
        {
            using var source = Source.NewFromMemory(ArrayOf(content));
            using var header = WorkingImageReader.Open(source, format);
            if ((header.Width, header.Height) != (walked.Width, walked.Height))
            {
                // The caps are held against the walk's size, the decoder goes by its own.
                return PhotoFailures.Damaged;
            }

            var inspection = walked with { HasColourProfile = header.Contains("icc-profile-data") };
            return WorkingImageReader.IsTurned(header) ? inspection with { Width = walked.Height, Height = walked.Width } : inspection;
        }
        catch (VipsException)
        {
            return PhotoFailures.Damaged;
        }
    }

    /// <summary>Runs inside every decode, after it was noted in the journal: where a test lets the decoder crash.</summary>
    internal Action? WhenDecoding { get; set; }

    public async Task<Result<WorkingImage>> DecodeAsync(
        ReadOnlyMemory<byte> content, NormalisationPlan plan, CancellationToken cancellationToken)
    {
        var name = DecodeJournal.NameOf(content);
        var crashes = journal.CrashesOf(name);
        if (DecodeJournal.IsTooOften(crashes))
        {
            return PhotoFailures.DecoderCrashed;
        }

        var alone = crashes > 0 || plan.DecodeBytes > HeavyBytes;
        return await _gate.RunAsync(() => Journalled(name, content, plan), alone, cancellationToken);
    }

    public Task<PixelInspection> MeasureAsync(WorkingImage picture, PhotoSpecification specification, CancellationToken cancellationToken) =>
        _gate.RunAsync(() => _measurement.Measure(picture, specification), false, cancellationToken);

    public Task<WrittenOutputs> WriteAsync(
        WorkingImage picture, IReadOnlyList<OutputProfile> profiles, CancellationToken cancellationToken) =>
        _gate.RunAsync(() => Write(picture, profiles), false, cancellationToken);

    public void Dispose() => _gate.Dispose();

    // A managed exception is no crash: the process lives on, and so does the photo's good name.
    private Result<WorkingImage> Journalled(string name, ReadOnlyMemory<byte> content, NormalisationPlan plan)
    {
        using (journal.Begin(name))
        {
            WhenDecoding?.Invoke();
            return WorkingImageReader.Read(ArrayOf(content), plan);
        }
    }

    private static PhotoInspection? Walk(PhotoFormat format, ReadOnlyMemory<byte> content) => format == PhotoFormat.Jpeg
        ? JpegWalk.Read(content.Span)?.ToInspection(content.Length)
        : PngWalk.Read(content.Span)?.ToInspection(content.Length);

    private static WrittenOutputs Write(WorkingImage picture, IReadOnlyList<OutputProfile> profiles)
    {
        using var memory = Image.NewFromMemory(picture.Rgb, picture.Width, picture.Height, BytesOfPixel, Enums.BandFormat.Uchar);
        using var working = memory.Copy(interpretation: Enums.Interpretation.Srgb);
        var outputs = new List<NormalisedPhoto>(profiles.Count);
        var failures = new List<Failure>();
        foreach (var profile in profiles)
        {
            using var sized = Sized(working, profile);
            if (JpegOutput.Write(sized, profile).Succeeded(out var output, out var failure))
            {
                outputs.Add(output);
            }
            else
            {
                failures.Add(profile.IsRequired ? failure : PhotoFailures.OutputUnavailable(profile));
            }
        }

        return new WrittenOutputs(outputs, failures);
    }

    private static Image Sized(Image working, OutputProfile profile)
    {
        if ((working.Width, working.Height) == (profile.Width, profile.Height))
        {
            return working.Copy();
        }

        // Into memory, because it is encoded more than once.
        using var scaled = working.Resize((double)profile.Width / working.Width, vscale: (double)profile.Height / working.Height);
        return scaled.CopyMemory();
    }

    // The library reads arrays only, and an upload is one: no second copy of 20 MB.
    private static byte[] ArrayOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment) && segment.Array is { } array && segment.Count == array.Length ? array : content.ToArray();
}
