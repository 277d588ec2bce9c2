using System.Globalization;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class PhotoSpecificationTests
{
    private static readonly PhotoSpecification Default = PhotoSpecification.Default;

    public static TheoryData<string, PhotoSpecification> Broken { get; } = new()
    {
        { "maxBytes", Default with { MaxBytes = 0 } },
        { "maxBytes", Default with { MaxBytes = Default.MaxBytes + 1 } },
        { "maxPixels", Default with { MaxPixels = Default.MaxPixels + 1 } },
        { "maxSide", Default with { MaxSide = Default.MaxSide + 1 } },
        { "maxScans", Default with { MaxScans = Default.MaxScans + 1 } },
        { "minAspect", Default with { MinAspect = double.NaN } },
        { "maxAspect", Default with { MinAspect = 0.9, MaxAspect = 0.6 } },
        { "workingWidth", Default with { WorkingWidth = 0 } },
        { "outputs", Default with { Outputs = [] } },
        { "outputs", Default with { Outputs = null! } },
        { "outputs", Default with { Outputs = [OutputProfile.Platform, OutputProfile.Platform] } },
        { "outputs.name", Default with { Outputs = [OutputProfile.Platform with { Name = "a/b" }] } },
        { "outputs.name", Default with { Outputs = [OutputProfile.Platform with { Name = null! }] } },
        { "outputs.name", Default with { Outputs = [OutputProfile.Platform with { Name = "original" }] } },
        { "outputs.isRequired", Default with { Outputs = [OutputProfile.National] } },
        { "platform-120x160.height", Default with { Outputs = [OutputProfile.Platform with { Height = 160 - (1 << 24) }] } },
        { "platform-120x160.height", Default with { Outputs = [OutputProfile.Platform with { Height = 160 + (1 << 24) }] } },
        { "workingWidth × workingHeight", Default with { WorkingWidth = 1500, WorkingHeight = 2000 } },
        { "workingWidth : workingHeight", Default with { WorkingWidth = 640, WorkingHeight = 480 } },
        { "workingWidth : workingHeight", Default with { WorkingWidth = 479, WorkingHeight = 640 } },
        { "workingHeight", Default with { WorkingHeight = 20_000 } },
        { "background.colours", Default with { Background = new BackgroundRules { Colours = [.. Enumerable.Repeat(new RgbColour(1, 2, 3), 17)] } } },
        { "duplicates.maxFineBits", Default with { Duplicates = new DuplicateRules { MaxFineBits = -1 } } },
        { "platform-120x160", Default with { Outputs = [OutputProfile.Platform with { Height = 161 }] } },
        { "platform-120x160.width", Default with { Outputs = [OutputProfile.Platform with { Width = 960, Height = 1280 }] } },
        { "platform-120x160.minBytes", Default with { Outputs = [OutputProfile.Platform with { MinBytes = 20_000 }] } },
        { "platform-120x160.dotsPerInch", Default with { Outputs = [OutputProfile.Platform with { DotsPerInch = 0 }] } },
        { "outputs", Default with { Outputs = [null!] } },
        { "background", Default with { Background = null! } },
        { "background.colours", Default with { Background = new BackgroundRules { Colours = null! } } },
        { "light.glareShare", Default with { Light = new LightRules { GlareShare = null! } } },
        { "background.colours", Default with { Background = new BackgroundRules { Colours = [] } } },
        { "background.distance", Default with { Background = new BackgroundRules { Distance = new Limits(16, 12) } } },
        { "background.spread", Default with { Background = new BackgroundRules { Spread = new Limits(-1, 12) } } },
        { "face.maxCrown", Default with { Face = new FaceRules { MinCrown = 120, MaxCrown = 110 } } },
        { "face.rollDegrees", Default with { Face = new FaceRules { RollDegrees = new Limits(double.NaN, 10) } } },
        { "blueClothesShare", Default with { BlueClothesShare = new Limits(0.5, 0.3) } },
        { "sharpness.maxBlurRatio", Default with { Sharpness = new SharpnessRules { MaxBlurRatio = 1.1 } } },
        { "sharpness.reviewEdgeVariance", Default with { Sharpness = new SharpnessRules { ReviewEdgeVariance = 10 } } },
        { "light.minBright", Default with { Light = new LightRules { MinBright = 101 } } },
        { "duplicates.reviewFineBits", Default with { Duplicates = new DuplicateRules { ReviewFineBits = 1 } } },
    };

    [Fact]
    public void Ships_a_sound_specification() => Assert.Same(Default, Default.Checked().Value);

    [Fact]
    public void Ships_the_platform_profile_as_required_and_the_national_one_as_optional()
    {
        Assert.Equal(
            [("platform-120x160", 120, 160, true), ("chsi-480x640", 480, 640, false)],
            Default.Outputs.Select(output => (output.Name, output.Width, output.Height, output.IsRequired)));
        Assert.All(Default.Outputs, output => Assert.Equal(300, output.DotsPerInch));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Refuses_a_value_out_of_range_and_names_it(string name, PhotoSpecification rules)
    {
        Assert.False(rules.Checked().Succeeded(out _, out var failure));

        Assert.Equal(FailureCodes.SpecificationInvalid, failure.Code);
        Assert.Contains(name, failure.Message.English, StringComparison.Ordinal);
        Assert.Contains(name, failure.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, true, true)]
    [InlineData(21, false, true)]
    [InlineData(28, false, true)]
    [InlineData(29, false, false)]
    public void Tells_the_same_picture_by_its_fine_bits(int bits, bool areSame, bool areAlike)
    {
        var (one, other) = (Fingerprint(0, 0), Fingerprint(0, bits));

        Assert.Equal((areSame, areAlike), (Default.Duplicates.AreSame(one, other), Default.Duplicates.AreAlike(one, other)));
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Compares_fine_bits_only_where_the_coarse_ones_agree(int bits, bool areAlike) =>
        Assert.Equal(areAlike, Default.Duplicates.AreAlike(Fingerprint(0, 0), Fingerprint(bits, 0)));

    private static PhotoFingerprint Fingerprint(int coarseBits, int fineBits) =>
        PhotoFingerprint.TryParse(Hex(coarseBits, 16) + Hex(fineBits, 64))!;

    private static string Hex(int bits, int digits) =>
        string.Concat(Enumerable.Range(0, digits).Select(digit =>
            ((1 << Math.Clamp(bits - (4 * digit), 0, 4)) - 1).ToString("x", CultureInfo.InvariantCulture)));
}
