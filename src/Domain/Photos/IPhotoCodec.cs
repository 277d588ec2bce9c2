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
    /// Decodes a photo, once, into the working image. Only for photos that passed <see cref="PhotoValidator"/>.
    /// Failures: <c>photo-damaged</c>, <c>photo-transparent</c>, <c>decoder-crashed</c>.
    /// </summary>
    /// <param name="content">The whole file.</param>
    /// <param name="plan">How large the working image is.</param>
    /// <param name="cancellationToken">Ends the wait for a free core; a decode that has begun runs to its end.</param>
    /// <returns>The working image, or the failure.</returns>
    Task<Result<WorkingImage>> DecodeAsync(ReadOnlyMemory<byte> content, NormalisationPlan plan, CancellationToken cancellationToken);

    /// <summary>Measures what the checks are about.</summary>
    /// <param name="picture">The working image.</param>
    /// <param name="specification">The cohort's rules: which colours are accepted, from what size on sharpness can be told.</param>
    /// <param name="cancellationToken">Ends the wait for a free core.</param>
    /// <returns>The facts.</returns>
    Task<PixelInspection> MeasureAsync(WorkingImage picture, PhotoSpecification specification, CancellationToken cancellationToken);

    /// <summary>Writes the outputs of a photo.</summary>
    /// <param name="picture">The working image.</param>
    /// <param name="profiles">What to write; none may be larger than the working image.</param>
    /// <param name="cancellationToken">Ends the wait for a free core.</param>
    /// <returns>The outputs, and what could not be written.</returns>
    Task<WrittenOutputs> WriteAsync(WorkingImage picture, IReadOnlyList<OutputProfile> profiles, CancellationToken cancellationToken);
}
