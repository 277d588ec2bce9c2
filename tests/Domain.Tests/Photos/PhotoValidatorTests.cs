using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class PhotoValidatorTests
{
    private static readonly PhotoInspection Good = ScriptedPhotoCodec.Good;

    [Fact]
    public void Finds_nothing_wrong_with_a_good_photo() => Assert.Empty(CodesOf(Good));

    [Fact]
    public void Accepts_a_good_PNG() => Assert.Empty(CodesOf(Good with { Format = PhotoFormat.Png }));

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, FailureCodes.PhotoTooManyScans)]
    public void Rejects_a_photo_of_more_scans_than_the_cap(int scans, string? code) => AssertOnly(code, Good with { Scans = scans });

    [Theory]
    [InlineData(5_000, 8_000, null)]
    [InlineData(5_001, 8_000, FailureCodes.PhotoTooManyPixels)]
    [InlineData(5_000, 8_001, FailureCodes.PhotoTooManyPixels)]
    public void Rejects_a_photo_of_more_pixels_than_the_cap(int width, int height, string? code) =>
        AssertOnly(code, Good with { Width = width, Height = height });

    [Theory]
    [InlineData(750, 1_000, null)]
    [InlineData(751, 1_001, FailureCodes.PhotoSideTooLong)]
    public void Rejects_a_photo_with_a_side_longer_than_the_cap(int width, int height, string? code) =>
        AssertOnly(code, Good with { Width = width, Height = height }, PhotoSpecification.Default with { MaxSide = 1_000 });

    [Fact]
    public void Counts_the_pixels_of_any_size_without_overflow() => Assert.Contains(
        FailureCodes.PhotoTooManyPixels, CodesOf(Good with { Width = int.MaxValue, Height = int.MaxValue }));

    [Theory]
    [InlineData(600, 1_000, null)]
    [InlineData(599, 1_000, FailureCodes.PhotoAspect)]
    [InlineData(900, 1_000, null)]
    [InlineData(901, 1_000, FailureCodes.PhotoAspect)]
    public void Rejects_a_shape_that_the_crop_may_not_mend(int width, int height, string? code) =>
        AssertOnly(code, Good with { Width = width, Height = height });

    [Theory]
    [InlineData(120, 160, null)]
    [InlineData(119, 160, FailureCodes.PhotoTooSmall)]
    [InlineData(120, 159, FailureCodes.PhotoTooSmall)]
    public void Rejects_a_photo_too_small_for_a_required_output(int width, int height, string? code) =>
        AssertOnly(code, Good with { Width = width, Height = height });

    [Fact]
    public void Accepts_a_photo_too_small_for_an_optional_output() => AssertOnly(
        null,
        Good with { Width = 120, Height = 160 },
        PhotoSpecification.Default with
        {
            Outputs =
            [
                OutputProfile.Platform,
                OutputProfile.Platform with { Name = "print-480x640", Width = 480, Height = 640, IsRequired = false },
            ],
        });

    [Theory]
    [InlineData(ColourModel.Rgb, null)]
    [InlineData(ColourModel.Greyscale, FailureCodes.PhotoGreyscale)]
    [InlineData(ColourModel.Cmyk, FailureCodes.PhotoCmyk)]
    public void Rejects_other_colours_than_RGB(ColourModel colours, string? code) => AssertOnly(code, Good with { ColourModel = colours });

    [Fact]
    public void Reports_every_fault_at_once() => Assert.Equal(
        [
            FailureCodes.PhotoTooManyScans, FailureCodes.PhotoTooManyPixels, FailureCodes.PhotoSideTooLong, FailureCodes.PhotoAspect,
            FailureCodes.PhotoTooSmall, FailureCodes.PhotoGreyscale,
        ],
        CodesOf(Good with { Scans = 900, Width = 1_000_000, Height = 100, ColourModel = ColourModel.Greyscale }));

    [Fact]
    public void Says_what_was_measured() => Assert.Equal(
        "Expected at least 120×160 pixels but received 90×120.",
        Assert.Single(PhotoValidator.Validate(Good with { Width = 90, Height = 120 }, PhotoSpecification.Default)).Message.English);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 100)]
    [InlineData(100, 0)]
    public void Rejects_a_photo_without_pixels(int width, int height) =>
        Assert.Contains(FailureCodes.PhotoTooSmall, CodesOf(Good with { Width = width, Height = height }));

    private static string[] CodesOf(PhotoInspection photo, PhotoSpecification? specification = null) =>
        [.. PhotoValidator.Validate(photo, specification ?? PhotoSpecification.Default).Select(fault => fault.Code)];

    private static void AssertOnly(string? code, PhotoInspection photo, PhotoSpecification? specification = null) =>
        Assert.Equal(code is null ? [] : [code], CodesOf(photo, specification));
}
