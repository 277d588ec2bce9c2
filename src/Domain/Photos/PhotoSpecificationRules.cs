using System.Globalization;
using System.Numerics;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>What makes a specification one that the pipeline can work with, in bounded time and memory.</summary>
internal static class PhotoSpecificationRules
{
    private const int MaxDotsPerInch = 1200;
    private const int SmallestSide = 120;
    private const int LargestSide = 2000;
    private const int MostPixels = 2_000_000;
    private const int LargestStep = 60;
    private const int MostOutputs = 8;
    private const int MostColours = 16;
    private static readonly BilingualText AValue = new("具体的值", "a value");
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
            ?? BrokenWorkingImage(rules)
            ?? BrokenOutputs(rules)
            ?? BrokenBackground(rules.Background)
            ?? BrokenFace(rules.Face)
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
        return parts.FirstOrDefault(part => part.Part is null) is { Name: { } name } ? Broken(name, AValue, "null") : null;
    }

    // All checks and outputs work on it: its size is what a photo costs. Photos are cropped in whole steps of its reduced ratio.
    private static Failure? BrokenWorkingImage(PhotoSpecification rules)
    {
        var (width, height) = (rules.WorkingWidth, rules.WorkingHeight);
        return OutOfRange("workingWidth", width, SmallestSide, LargestSide)
            ?? OutOfRange("workingHeight", height, SmallestSide, LargestSide)
            ?? OutOfRange("workingWidth × workingHeight", width * height, 1, MostPixels)
            ?? OutOfRange("workingWidth : workingHeight", (double)width / height, rules.MinAspect, rules.MaxAspect)
            ?? (width / (int)BigInteger.GreatestCommonDivisor(width, height) <= LargestStep ? null : Broken(
                "workingWidth : workingHeight",
                new($"可约分到{LargestStep}以内的比例", $"a ratio that reduces to {LargestStep} or less"),
                $"{width}:{height}"));
    }

    private static Failure? BrokenOutputs(PhotoSpecification rules)
    {
        if (OutOfRange("outputs", rules.Outputs.Count, 1, MostOutputs) is { } wrongCount)
        {
            return wrongCount;
        }

        if (rules.Outputs.Contains(null!))
        {
            return Broken("outputs", AValue, "null");
        }

        if (rules.Outputs.GroupBy(output => output.Name, StringComparer.OrdinalIgnoreCase).Any(group => group.Count() > 1))
        {
            return Broken("outputs.name", new("各不相同的名称", "different names"), string.Join(", ", rules.Outputs.Select(output => output.Name)));
        }

        // An accepted photo without any picture would be locked for ever.
        return rules.Outputs.Any(output => output.IsRequired)
            ? rules.Outputs.Select(output => BrokenOutput(output, rules)).FirstOrDefault(failure => failure is not null)
            : Broken("outputs.isRequired", new("至少一个为true", "true for at least one"), "false");
    }

    private static Failure? BrokenOutput(OutputProfile output, PhotoSpecification rules) =>
        !CodeShape.Fits(output.Name) || output.Name == OutputProfile.OriginalName
            ? Broken(
                "outputs.name",
                new("1至32个字母、数字、下划线或连字符,且不为original", "1 to 32 characters of A-Z a-z 0-9 _ -, not original"),
                output.Name ?? "null")
            : OutOfRange($"{output.Name}.width", output.Width, 1, rules.WorkingWidth)
                ?? OutOfRange($"{output.Name}.height", output.Height, 1, rules.WorkingHeight)
                ?? BrokenShape(output, rules)
                ?? OutOfRange($"{output.Name}.maxBytes", output.MaxBytes, 1, Caps.MaxBytes)
                ?? OutOfRange($"{output.Name}.minBytes", output.MinBytes, 0, output.MaxBytes)
                ?? OutOfRange($"{output.Name}.dotsPerInch", output.DotsPerInch, 1, MaxDotsPerInch);

    private static Failure? BrokenShape(OutputProfile output, PhotoSpecification rules)
    {
        var shape = $"{rules.WorkingWidth}×{rules.WorkingHeight}";
        return output.Width * rules.WorkingHeight == output.Height * rules.WorkingWidth
            ? null
            : Broken(output.Name, new($"与{shape}相同的宽高比", $"the shape of {shape}"), $"{output.Width}×{output.Height}");
    }

    private static Failure? BrokenBackground(BackgroundRules background) =>
        OutOfRange("background.colours", background.Colours.Count, 1, MostColours)
            ?? (background.Colours.Contains(null!) ? Broken("background.colours", AValue, "null") : null)
            ?? BrokenLimits("background.distance", background.Distance)
            ?? BrokenLimits("background.spread", background.Spread)
            ?? OutOfRange("background.maxLeftToRight", background.MaxLeftToRight, 0, 100)
            ?? OutOfRange("background.maxTopToBottom", background.MaxTopToBottom, 0, 100);

    private static Failure? BrokenFace(FaceRules face) =>
        OutOfRange("face.referenceHeight", face.ReferenceHeight, 1, LargestSide)
            ?? OutOfRange("face.minCrown", face.MinCrown, 0, face.ReferenceHeight)
            ?? OutOfRange("face.maxCrown", face.MaxCrown, face.MinCrown, face.ReferenceHeight)
            ?? OutOfRange("face.minEyeLine", face.MinEyeLine, 0, face.ReferenceHeight)
            ?? OutOfRange("face.maxEyeLine", face.MaxEyeLine, face.MinEyeLine, face.ReferenceHeight)
            ?? BrokenLimits("face.rollDegrees", face.RollDegrees);

    private static Failure? BrokenCheck(PhotoSpecification rules) =>
        BrokenLimits("blueClothesShare", rules.BlueClothesShare)
            ?? OutOfRange("sharpness.minFaceWidth", rules.Sharpness.MinFaceWidth, 1, LargestSide)
            ?? OutOfRange("sharpness.maxBlurRatio", rules.Sharpness.MaxBlurRatio, 0, 1)
            ?? OutOfRange("sharpness.minEdgeVariance", rules.Sharpness.MinEdgeVariance, 0, int.MaxValue)
            ?? OutOfRange("sharpness.reviewEdgeVariance", rules.Sharpness.ReviewEdgeVariance, rules.Sharpness.MinEdgeVariance, int.MaxValue)
            ?? OutOfRange("light.minBright", rules.Light.MinBright, 0, 100)
            ?? BrokenLimits("light.glareShare", rules.Light.GlareShare)
            ?? OutOfRange("light.maxLeftToRight", rules.Light.MaxLeftToRight, 0, 100)
            ?? OutOfRange("duplicates.maxCoarseBits", rules.Duplicates.MaxCoarseBits, 0, 64)
            ?? OutOfRange("duplicates.maxFineBits", rules.Duplicates.MaxFineBits, 0, 256)
            ?? OutOfRange("duplicates.reviewFineBits", rules.Duplicates.ReviewFineBits, rules.Duplicates.MaxFineBits, 256);

    private static Failure? BrokenLimits(string name, Limits limits) => limits.AreSound ? null : Broken(
        name, new("0 ≤ review ≤ reject", "0 ≤ review ≤ reject"), $"review {Text(limits.Review)}, reject {Text(limits.Reject)}");

    // Not (low ≤ value ≤ high), so that a value that is no number is refused too.
    private static Failure? OutOfRange(string name, double value, double low, double high) =>
        value >= low && value <= high ? null : Broken(name, new($"{Text(low)}至{Text(high)}", $"{Text(low)} to {Text(high)}"), Text(value));

    private static Failure Broken(string name, BilingualText expected, string received) =>
        PhotoFailures.SpecificationInvalid(name, expected, received);

    private static string Text(double value) => value.ToString("0.########", CultureInfo.InvariantCulture);
}
