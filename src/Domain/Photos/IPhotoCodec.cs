using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>Reads and writes picture files. Nothing else in the product knows an imaging library.</summary>
public interface IPhotoCodec
{
    /// <summary>
    /// Measures a photo without decoding its pixels, in time and memory that do not depend on what the file claims to be.
    /// Failures: <c>file-empty</c>, <c>not-an-image</c>, <c>format-not-supported</c>, <c>photo-truncated</c>, <c>photo-damaged</c>.
    /// </summary>
    /// <param name="content">The whole file.</param>
    /// <returns>The facts, or why there are none.</returns>
    Result<PhotoInspection> Inspect(ReadOnlyMemory<byte> content);

    /// <summary>
    /// Decodes a photo once and writes the planned outputs. Only for photos that passed <see cref="PhotoValidator"/>.
    /// Failures: <c>photo-damaged</c>, <c>photo-transparent</c>, <c>output-bytes</c>.
    /// </summary>
    /// <param name="content">The whole file.</param>
    /// <param name="plan">What to write.</param>
    /// <param name="cancellationToken">Ends the wait for a free core; a decode that has begun runs to its end.</param>
    /// <returns>The outputs in the order of the plan, or the failure.</returns>
    Task<Result<IReadOnlyList<NormalisedPhoto>>> NormaliseAsync(
        ReadOnlyMemory<byte> content, NormalisationPlan plan, CancellationToken cancellationToken);
}
