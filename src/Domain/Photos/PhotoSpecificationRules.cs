using System.Globalization;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>What makes a specification one that the pipeline can work with.</summary>
internal static class PhotoSpecificationRules
{
    private const int MaxDotsPerInch = 1200;
    private const int LargestSide = 20_000;
    private static readonly PhotoSpecification Caps = PhotoSpecification.Default;

    internal static Failure? FirstBroken(PhotoSpecification rules)
    {
        // The caps keep the decoder safe: a cohort may tighten them, not lift them.
        return MissingPart(rules)
            ?? OutOfRange("maxBytes", rules.MaxBytes, 1, Caps.MaxBytes)
            ?? OutOfRange("maxPixels", rules.MaxPixels, 1, Caps.MaxPixels)
            ?? OutOfRange("maxSide", rules.MaxSide, 1, Caps.MaxSide)
            ?? OutOfRange("maxScans", rules.MaxScans, 1, Caps.MaxScans)
            ?? OutOfRange("minAspect", rules.MinAspect, 0.1, 10)
            ?? OutOfRange("maxAspect", rules.MaxAspect, rules.MinAspect, 10)
            ?? OutOfRange("workingWidth", rules.WorkingWidth, 1, LargestSide)
            ?? OutOfRange("workingHeight", rules.WorkingHeight, 1, LargestSide)
            ?? BrokenOutput(rules)
            ?? BrokenCheck(rules);
    }

    // Written as null in JSON.
    private static Failure? MissingPart(PhotoSpecification rules)
    {
        (string Name, object? Part)[] parts =
        [
            ("outputs", rules.Outputs), ("background", rules.Background), ("face", rules.Face), ("blueClothesShare", rules.BlueClothesShare),
            ("sharpness", rules.Sharpness), ("light", rules.Light), ("duplicates", rules.Duplicates),
            ("background.distance", rules.Background?.Distance), ("background.spread", rules.Background?.Spread),
            ("background.colours", rules.Background?.Colours), ("face.rollDegrees", rules.Face?.RollDegrees),
            ("light.glareShare", rules.Light?.GlareShare),
        ];
        return parts.FirstOrDefault(part => part.Part is null) is { Name: { } name } ? Broken(name, "a value", "none") : null;
    }

    private static Failure? BrokenOutput(PhotoSpecification rules)
    {
        if (rules.Outputs is not { Count: > 0 and <= 8 } || rules.Outputs.Contains(null!) || rules.Outputs.Select(output => output.Name).Distinct().Count() != rules.Outputs.Count)
        {
            return Broken("outputs", "1 to 8 profiles with different names", "others");
        }

        return rules.Outputs.Select(output => BrokenOutput(output, rules)).FirstOrDefault(failure => failure is not null);
    }

    private static Failure? BrokenOutput(OutputProfile output, PhotoSpecification rules) =>
        !CodeShape.Fits(output.Name) ? Broken("outputs.name", "1 to 32 characters of A-Z a-z 0-9 _ -", "another shape")
        : output.Width * rules.WorkingHeight != output.Height * rules.WorkingWidth
            ? Broken($"{output.Name}", $"the shape of {rules.WorkingWidth}×{rules.WorkingHeight}", $"{output.Width}×{output.Height}")
        : OutOfRange($"{output.Name}.width", output.Width, 1, rules.WorkingWidth)
            ?? OutOfRange($"{output.Name}.maxBytes", output.MaxBytes, 1, Caps.MaxBytes)
            ?? OutOfRange($"{output.Name}.minBytes", output.MinBytes, 0, output.MaxBytes)
            ?? OutOfRange($"{output.Name}.dotsPerInch", output.DotsPerInch, 1, MaxDotsPerInch);

    private static Failure? BrokenCheck(PhotoSpecification rules) =>
        rules.Background.Colours.Count == 0 || rules.Background.Colours.Contains(null!) ? Broken("background.colours", "at least one colour", "none")
        : BrokenLimits("background.distance", rules.Background.Distance)
            ?? BrokenLimits("background.spread", rules.Background.Spread)
            ?? OutOfRange("background.maxLeftToRight", rules.Background.MaxLeftToRight, 0, 100)
            ?? OutOfRange("background.maxTopToBottom", rules.Background.MaxTopToBottom, 0, 100)
            ?? OutOfRange("face.referenceHeight", rules.Face.ReferenceHeight, 1, LargestSide)
            ?? OutOfRange("face.maxCrown", rules.Face.MaxCrown, rules.Face.MinCrown, rules.Face.ReferenceHeight)
            ?? OutOfRange("face.maxEyeLine", rules.Face.MaxEyeLine, rules.Face.MinEyeLine, rules.Face.ReferenceHeight)
            ?? BrokenLimits("face.rollDegrees", rules.Face.RollDegrees)
            ?? BrokenLimits("blueClothesShare", rules.BlueClothesShare)
            ?? OutOfRange("sharpness.minFaceWidth", rules.Sharpness.MinFaceWidth, 1, LargestSide)
            ?? OutOfRange("sharpness.maxBlurRatio", rules.Sharpness.MaxBlurRatio, 0, 1)
            ?? OutOfRange("sharpness.reviewEdgeVariance", rules.Sharpness.ReviewEdgeVariance, rules.Sharpness.MinEdgeVariance, double.MaxValue)
            ?? OutOfRange("light.minBright", rules.Light.MinBright, 0, 100)
            ?? BrokenLimits("light.glareShare", rules.Light.GlareShare)
            ?? OutOfRange("light.maxLeftToRight", rules.Light.MaxLeftToRight, 0, 100)
            ?? OutOfRange("duplicates.maxCoarseBits", rules.Duplicates.MaxCoarseBits, 0, 64)
            ?? OutOfRange("duplicates.reviewFineBits", rules.Duplicates.ReviewFineBits, rules.Duplicates.MaxFineBits, 256);

    private static Failure? BrokenLimits(string name, Limits limits) =>
        limits.AreSound ? null : Broken(name, "0 ≤ review ≤ reject", $"{Text(limits.Review)} and {Text(limits.Reject)}");

    // Not (low ≤ value ≤ high), so that a value that is no number is refused too.
    private static Failure? OutOfRange(string name, double value, double low, double high) =>
        value >= low && value <= high ? null : Broken(name, $"{Text(low)} to {Text(high)}", Text(value));

    private static Failure Broken(string name, string expected, string received) => PhotoFailures.SpecificationInvalid(name, expected, received);

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
