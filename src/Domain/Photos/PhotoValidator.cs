using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>Holds a photo's measured facts against the cohort's rules, and reports every fault at once.</summary>
public static class PhotoValidator
{
    /// <summary>Finds the faults.</summary>
    /// <param name="photo">The measured photo.</param>
    /// <param name="specification">The cohort's rules.</param>
    /// <returns>All faults; none for a photo that may be decoded and normalised.</returns>
    public static IReadOnlyList<Failure> Validate(PhotoInspection photo, PhotoSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(specification);
        return [.. FaultsOf(photo, specification)];
    }

    private static IEnumerable<Failure> FaultsOf(PhotoInspection photo, PhotoSpecification specification)
    {
        var (width, height) = (photo.Width, photo.Height);
        if (photo.Scans > specification.MaxScans)
        {
            yield return PhotoFailures.TooManyScans(specification.MaxScans, photo.Scans);
        }

        if ((long)width * height > specification.MaxPixels)
        {
            yield return PhotoFailures.TooManyPixels(specification.MaxPixels, width, height);
        }

        if (Math.Max(width, height) > specification.MaxSide)
        {
            yield return PhotoFailures.SideTooLong(specification.MaxSide, width, height);
        }

        var aspect = (double)width / height;
        if (aspect < specification.MinAspect || aspect > specification.MaxAspect)
        {
            yield return PhotoFailures.Aspect(specification, width, height);
        }

        var writable = NormalisationPlan.For(photo, specification).Outputs;
        if (specification.Outputs.FirstOrDefault(output => output.IsRequired && !writable.Contains(output)) is { } missing)
        {
            yield return PhotoFailures.TooSmall(missing, width, height);
        }

        if (photo.ColourModel == ColourModel.Greyscale)
        {
            yield return PhotoFailures.Greyscale;
        }

        if (photo.ColourModel == ColourModel.Cmyk)
        {
            yield return PhotoFailures.Cmyk;
        }
    }
}
