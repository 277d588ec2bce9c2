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
    private readonly Dictionary<string, Failure> _normalisations = [];
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

    /// <summary>How many photos were looked at.</summary>
    public int Inspected => _inspected;

    /// <summary>Runs at every inspection: the moment at which an uploader overwrites what is being processed.</summary>
    public Action? WhenInspected { get; set; }

    /// <summary>Scripts the inspection of a content.</summary>
    public void Inspects(byte[] content, Result<PhotoInspection> answer) => _inspections[HashOf(content)] = answer;

    /// <summary>Scripts a failure of the normalisation of a content.</summary>
    public void FailsToNormalise(byte[] content, Failure failure) => _normalisations[HashOf(content)] = failure;

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

    public Task<Result<IReadOnlyList<NormalisedPhoto>>> NormaliseAsync(
        ReadOnlyMemory<byte> content, NormalisationPlan plan, CancellationToken cancellationToken)
    {
        var hash = HashOf(content.Span);
        Result<IReadOnlyList<NormalisedPhoto>> result = _normalisations.TryGetValue(hash, out var failure)
            ? failure
            : plan.Outputs.Select(profile => new NormalisedPhoto(profile, Encoding.UTF8.GetBytes($"{profile.Name} {hash}"), 90)).ToArray();
        return Task.FromResult(result);
    }

    private static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
