using CsCheck;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class NormalisationPlanTests
{
    private static readonly PhotoSpecification Rules = PhotoSpecification.Default with
    {
        Outputs =
        [
            OutputProfile.Platform,
            OutputProfile.Platform with { Name = "print-480x640", Width = 480, Height = 640, IsRequired = false },
        ],
    };

    private static readonly Gen<PhotoInspection> Photos = Gen.Select(
        Gen.Int[1, 1_200], Gen.Int[1, 1_600], (width, height) => ScriptedPhotoCodec.Good with { Width = width, Height = height });

    [Theory]
    [InlineData(480, 640, 480, 640)]
    [InlineData(960, 1_280, 480, 640)]
    [InlineData(479, 640, 477, 636)]
    [InlineData(480, 639, 477, 636)]
    [InlineData(900, 1_000, 480, 640)]
    [InlineData(120, 160, 120, 160)]
    [InlineData(3, 4, 3, 4)]
    [InlineData(2, 4, 0, 0)]
    public void Plans_the_largest_working_image(int width, int height, int workingWidth, int workingHeight)
    {
        var plan = NormalisationPlan.For(ScriptedPhotoCodec.Good with { Width = width, Height = height }, Rules);

        Assert.Equal((workingWidth, workingHeight), (plan.Width, plan.Height));
    }

    [Fact]
    public void Never_enlarges_and_keeps_three_to_four() => Photos.Sample(photo =>
    {
        var plan = NormalisationPlan.For(photo, Rules);

        Assert.InRange(plan.Width, 0, Math.Min(photo.Width, Rules.WorkingWidth));
        Assert.InRange(plan.Height, 0, Math.Min(photo.Height, Rules.WorkingHeight));
        Assert.Equal(plan.Width * 4, plan.Height * 3);
        Assert.All(plan.Outputs, output => Assert.True(output.Width <= plan.Width && output.Height <= plan.Height));
    });

    [Fact]
    public void Leaves_no_larger_image_of_the_shape_out() => Photos.Sample(photo =>
    {
        var plan = NormalisationPlan.For(photo, Rules);
        var (width, height) = (plan.Width + 3, plan.Height + 4);

        Assert.True(
            width > photo.Width || height > photo.Height || width > Rules.WorkingWidth || height > Rules.WorkingHeight,
            $"{photo.Width}×{photo.Height} leaves room for {width}×{height}.");
    });

    [Fact]
    public void Plans_every_output_that_fits() => Photos.Sample(photo =>
    {
        var plan = NormalisationPlan.For(photo, Rules);

        Assert.Equal(Rules.Outputs.Where(output => photo.Width >= output.Width && photo.Height >= output.Height), plan.Outputs);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Converts_the_colours_of_a_photo_with_a_profile(bool hasProfile) => Assert.Equal(
        hasProfile, NormalisationPlan.For(ScriptedPhotoCodec.Good with { HasColourProfile = hasProfile }, Rules).ConvertColours);
}
