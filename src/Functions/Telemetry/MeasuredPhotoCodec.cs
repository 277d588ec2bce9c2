using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>Measures what reading and writing pictures takes.</summary>
internal sealed class MeasuredPhotoCodec(IPhotoCodec inner, StageTimer stages) : IPhotoCodec
{
    public Result<PhotoInspection> Inspect(ReadOnlyMemory<byte> content) => stages.Run(StageNames.Inspect, () => inner.Inspect(content));

    public Task<Result<WorkingImage>> DecodeAsync(
        ReadOnlyMemory<byte> content, NormalisationPlan plan, CancellationToken cancellationToken) =>
        stages.RunAsync(StageNames.Decode, () => inner.DecodeAsync(content, plan, cancellationToken));

    public Task<PixelInspection> MeasureAsync(
        WorkingImage picture, PhotoSpecification specification, CancellationToken cancellationToken) =>
        stages.RunAsync(StageNames.Measure, () => inner.MeasureAsync(picture, specification, cancellationToken));

    public Task<WrittenOutputs> WriteAsync(
        WorkingImage picture, IReadOnlyList<OutputProfile> profiles, CancellationToken cancellationToken) =>
        stages.RunAsync(StageNames.Normalise, () => inner.WriteAsync(picture, profiles, cancellationToken));
}
