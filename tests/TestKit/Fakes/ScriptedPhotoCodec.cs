using System.Security.Cryptography;
using System.Text;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>
/// A codec that answers from a script, by content. Content without a line in the script is a good JPEG of 480×640; the outputs are
/// made of the profile's name and the content's hash, so that the same photo gives the same outputs.
/// </summary>
public sealed class ScriptedPhotoCodec : IPhotoCodec
{
    private readonly Dictionary<string, Result<PhotoInspection>> _inspections = [];
    private readonly Dictionary<string, Failure> _decodes = [];
    private readonly Dictionary<string, PixelInspection> _measurements = [];
    private readonly Dictionary<string, Failure> _writes = [];
    private readonly Dictionary<string, Exception> _exceptions = [];
    private int _inspected;

    /// <summary>A good photo's facts.</summary>
    public static PhotoInspection Good { get; } = new()
    {
        Bytes = 100_000,
        Format = PhotoFormat.Jpeg,
        Width = 480,
        Height = 640,
        ColourModel = ColourModel.Rgb,
    };

    /// <summary>A good picture's facts.</summary>
    public static PixelInspection GoodPixels { get; } = new()
    {
        Height = 640,
        Background = new BackgroundFacts
        {
            Median = new RgbColour(67, 142, 219),
            Nearest = new RgbColour(67, 142, 219),
            Distance = 0,
            Spread = 1,
            LeftToRight = 1,
            TopToBottom = 1,
            Crown = 80,
        },
        Face = new FaceFacts { Faces = [new FaceBox(140, 150, 200, 200)], FacesAtFinerScale = 1, RollDegrees = 0, EyeLine = 250 },
        BlueClothesShare = 0,
        Sharpness = new SharpnessFacts(0.2, 500),
        Light = new LightFacts(80, 0, 2),
    };

    /// <summary>How many photos were looked at.</summary>
    public int Inspected => _inspected;

    /// <summary>Runs at every inspection: the moment at which an uploader overwrites what is being processed.</summary>
    public Action? WhenInspected { get; set; }

    /// <summary>Scripts the inspection of a content.</summary>
    public void Inspects(byte[] content, Result<PhotoInspection> answer) => _inspections[HashOf(content)] = answer;

    /// <summary>Scripts a failure of the decoder.</summary>
    public void FailsToDecode(byte[] content, Failure failure) => _decodes[HashOf(content)] = failure;

    /// <summary>Scripts what is measured on a picture.</summary>
    public void Measures(byte[] content, PixelInspection answer) => _measurements[HashOf(content)] = answer;

    /// <summary>Scripts a failure of the writer, for all profiles.</summary>
    public void FailsToWrite(byte[] content, Failure failure) => _writes[HashOf(content)] = failure;

    /// <summary>Scripts a content that the codec cannot stand: a bug, not a fault of the photo.</summary>
    public void Throws(byte[] content, Exception exception) => _exceptions[HashOf(content)] = exception;

    public Result<PhotoInspection> Inspect(ReadOnlyMemory<byte> content)
    {
        Interlocked.Increment(ref _inspected);
        WhenInspected?.Invoke();
        var hash = HashOf(content.Span);
        if (_exceptions.TryGetValue(hash, out var exception))
        {
            throw exception;
        }

        return content.IsEmpty ? PhotoFailures.Empty
            : _inspections.TryGetValue(hash, out var answer) ? answer
            : Good with { Bytes = content.Length };
    }

    public Task<Result<WorkingImage>> DecodeAsync(ReadOnlyMemory<byte> content, NormalisationPlan plan, CancellationToken cancellationToken)
    {
        // The picture is the file itself: that is how the script knows it again.
        Result<WorkingImage> result = _decodes.TryGetValue(HashOf(content.Span), out var failure)
            ? failure
            : new WorkingImage(plan.Width, plan.Height, content);
        return Task.FromResult(result);
    }

    public Task<PixelInspection> MeasureAsync(WorkingImage picture, PhotoSpecification specification, CancellationToken cancellationToken) =>
        Task.FromResult(_measurements.GetValueOrDefault(HashOf(picture.Rgb.Span), GoodPixels));

    public Task<WrittenOutputs> WriteAsync(
        WorkingImage picture, IReadOnlyList<OutputProfile> profiles, CancellationToken cancellationToken)
    {
        var hash = HashOf(picture.Rgb.Span);
        return Task.FromResult(_writes.TryGetValue(hash, out var failure)
            ? new WrittenOutputs([], [failure])
            : new WrittenOutputs([.. profiles.Select(Written)], []));

        NormalisedPhoto Written(OutputProfile profile) => new(profile, Encoding.UTF8.GetBytes($"{profile.Name} {hash}"), 90);
    }

    private static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
