using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>Holds what was measured on the decoded picture against the cohort's rules, and reports every finding at once.</summary>
public static class PixelValidator
{
    /// <summary>Finds faults, and what a person has to look at (<see cref="Failure.NeedsReview"/>).</summary>
    /// <param name="picture">The measured picture.</param>
    /// <param name="specification">The cohort's rules.</param>
    /// <returns>All findings; none for a good picture.</returns>
    public static IReadOnlyList<Failure> Validate(PixelInspection picture, PhotoSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(specification);
        return
        [
            .. FaceFindings(picture.Face),
            .. Position(picture, specification.Face),
            .. Background(picture.Background, specification.Background),
            .. Graded(picture.BlueClothesShare, specification.BlueClothesShare, PixelFailures.ClothesBlue),
            .. Sharpness(picture.Sharpness, specification.Sharpness),
            .. Light(picture.Light, specification.Light),
        ];
    }

    /// <summary>Remarks that do not count against the picture: checks that were left out.</summary>
    /// <param name="picture">The measured picture.</param>
    /// <returns>The notes.</returns>
    public static IReadOnlyList<Failure> Notes(PixelInspection picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return picture is { Face.Faces.Count: 1, Sharpness: null } ? [PixelFailures.SharpnessNotChecked] : [];
    }

    private static IEnumerable<Failure> FaceFindings(FaceFacts? face)
    {
        if (face is null)
        {
            yield return PixelFailures.FaceNotChecked;
        }
        else if (face.Faces.Count == 0)
        {
            yield return face.HasQrCode ? PixelFailures.QrCodeUploaded
                : face.TurnNeeded is { } degrees ? PixelFailures.PhotoSideways(degrees)
                : PixelFailures.FaceMissing;
        }
        else if (face.Faces.Count > 1)
        {
            yield return PixelFailures.FaceSeveral(face.Faces.Count);
        }
        else if (face.FacesAtFinerScale > 1)
        {
            yield return PixelFailures.FaceSeveral(face.FacesAtFinerScale) with { NeedsReview = true };
        }
    }

    private static IEnumerable<Failure> Position(PixelInspection picture, FaceRules rules)
    {
        if (picture.Face is not { Faces.Count: 1 } face)
        {
            yield break;
        }

        var scale = (double)rules.ReferenceHeight / picture.Height;
        if (picture.Background.Crown * scale is { } crown && (crown < rules.MinCrown || crown > rules.MaxCrown))
        {
            yield return PixelFailures.CrownOutside(rules.MinCrown, rules.MaxCrown, crown) with { NeedsReview = true };
        }

        if (face.EyeLine * scale is { } eyes && (eyes < rules.MinEyeLine || eyes > rules.MaxEyeLine))
        {
            yield return PixelFailures.EyeLineOutside(rules.MinEyeLine, rules.MaxEyeLine, eyes) with { NeedsReview = true };
        }

        foreach (var finding in Graded(face.RollDegrees is { } roll ? Math.Abs(roll) : null, rules.RollDegrees, PixelFailures.HeadTilted))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Failure> Background(BackgroundFacts background, BackgroundRules rules)
    {
        foreach (var finding in Graded(background.Distance, rules.Distance, (limit, _) => PixelFailures.BackgroundColour(limit, background)))
        {
            yield return finding;
        }

        foreach (var finding in Graded(background.Spread, rules.Spread, PixelFailures.BackgroundUneven))
        {
            yield return finding;
        }

        if (background.LeftToRight > rules.MaxLeftToRight)
        {
            yield return PixelFailures.BackgroundShaded(rules.MaxLeftToRight, background.LeftToRight) with { NeedsReview = true };
        }
        else if (background.TopToBottom > rules.MaxTopToBottom)
        {
            yield return PixelFailures.BackgroundShaded(rules.MaxTopToBottom, background.TopToBottom) with { NeedsReview = true };
        }
    }

    private static IEnumerable<Failure> Sharpness(SharpnessFacts? sharpness, SharpnessRules rules)
    {
        if (sharpness is null)
        {
            yield break;
        }

        if (sharpness.BlurRatio > rules.MaxBlurRatio)
        {
            yield return PixelFailures.PhotoBlurred(rules.MaxBlurRatio, sharpness.BlurRatio);
        }
        else if (sharpness.EdgeVariance < rules.MinEdgeVariance)
        {
            yield return PixelFailures.PhotoSoft(rules.MinEdgeVariance, sharpness.EdgeVariance);
        }
        else if (sharpness.EdgeVariance < rules.ReviewEdgeVariance)
        {
            yield return PixelFailures.PhotoSoft(rules.ReviewEdgeVariance, sharpness.EdgeVariance) with { NeedsReview = true };
        }
    }

    private static IEnumerable<Failure> Light(LightFacts? light, LightRules rules)
    {
        if (light is null)
        {
            yield break;
        }

        if (light.Bright < rules.MinBright)
        {
            yield return PixelFailures.FaceDark(rules.MinBright, light.Bright);
        }

        foreach (var finding in Graded(light.GlareShare, rules.GlareShare, PixelFailures.FaceGlare))
        {
            yield return finding;
        }

        if (light.LeftToRight > rules.MaxLeftToRight)
        {
            yield return PixelFailures.FaceLightUneven(rules.MaxLeftToRight, light.LeftToRight) with { NeedsReview = true };
        }
    }

    private static IEnumerable<Failure> Graded(double? measured, Limits limits, Func<double, double, Failure> failure)
    {
        if (measured > limits.Reject)
        {
            yield return failure(limits.Reject, measured.Value);
        }
        else if (measured > limits.Review)
        {
            yield return failure(limits.Review, measured.Value) with { NeedsReview = true };
        }
    }
}
