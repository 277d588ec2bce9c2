using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

/// <summary>Each rule at its limits: the last value that passes, that a person looks at, and the first that is rejected.</summary>
public sealed class PixelValidatorTests
{
    private static readonly PixelInspection Good = ScriptedPhotoCodec.GoodPixels;
    private static readonly PhotoSpecification Rules = PhotoSpecification.Default;

    public enum Verdict
    {
        Passes,
        ForReview,
        Rejected,
    }

    [Fact]
    public void Finds_nothing_wrong_with_a_good_picture() => Assert.Empty(PixelValidator.Validate(Good, Rules));

    [Theory]
    [InlineData(12, Verdict.Passes)]
    [InlineData(12.01, Verdict.ForReview)]
    [InlineData(16, Verdict.ForReview)]
    [InlineData(16.01, Verdict.Rejected)]
    public void Judges_the_background_by_its_distance_to_the_nearest_accepted_colour(double distance, Verdict verdict) =>
        AssertOnly(FailureCodes.BackgroundColour, verdict, WithBackground(background => background with { Distance = distance }));

    [Theory]
    [InlineData(6, Verdict.Passes)]
    [InlineData(6.01, Verdict.ForReview)]
    [InlineData(10, Verdict.ForReview)]
    [InlineData(10.01, Verdict.Rejected)]
    public void Judges_how_even_the_background_is(double spread, Verdict verdict) =>
        AssertOnly(FailureCodes.BackgroundUneven, verdict, WithBackground(background => background with { Spread = spread }));

    [Theory]
    [InlineData(5, 9, Verdict.Passes)]
    [InlineData(5.01, 0, Verdict.ForReview)]
    [InlineData(0, 9.01, Verdict.ForReview)]
    [InlineData(80, 80, Verdict.ForReview)]
    public void Lets_a_person_look_at_a_shaded_background(double leftToRight, double topToBottom, Verdict verdict) => AssertOnly(
        FailureCodes.BackgroundShaded,
        verdict,
        WithBackground(background => background with { LeftToRight = leftToRight, TopToBottom = topToBottom }));

    [Theory]
    [InlineData(49, Verdict.ForReview)]
    [InlineData(50, Verdict.Passes)]
    [InlineData(110, Verdict.Passes)]
    [InlineData(111, Verdict.ForReview)]
    public void Lets_a_person_look_at_a_crown_outside_the_rule(int crown, Verdict verdict) =>
        AssertOnly(FailureCodes.CrownOutside, verdict, WithBackground(background => background with { Crown = crown }));

    [Theory]
    [InlineData(199, Verdict.ForReview)]
    [InlineData(200, Verdict.Passes)]
    [InlineData(300, Verdict.Passes)]
    [InlineData(301, Verdict.ForReview)]
    public void Lets_a_person_look_at_eyes_outside_the_rule(double eyeLine, Verdict verdict) =>
        AssertOnly(FailureCodes.EyeLineOutside, verdict, WithFace(face => face with { EyeLine = eyeLine }));

    [Fact]
    public void Measures_lines_against_the_height_that_the_rule_is_written_for() =>
        Assert.Empty(PixelValidator.Validate(WithFace(face => face with { EyeLine = 60 }) with { Height = 160, Background = Good.Background with { Crown = 20 } }, Rules));

    [Theory]
    [InlineData(4, Verdict.Passes)]
    [InlineData(-4.1, Verdict.ForReview)]
    [InlineData(10, Verdict.ForReview)]
    [InlineData(10.1, Verdict.Rejected)]
    [InlineData(-10.1, Verdict.Rejected)]
    public void Judges_how_the_head_leans_to_either_side(double degrees, Verdict verdict) =>
        AssertOnly(FailureCodes.HeadTilted, verdict, WithFace(face => face with { RollDegrees = degrees }));

    [Fact]
    public void Does_not_guess_the_lean_of_a_head_whose_eyes_were_not_found() =>
        Assert.Empty(PixelValidator.Validate(WithFace(face => face with { RollDegrees = null }), Rules));

    [Theory]
    [InlineData(0.3, Verdict.Passes)]
    [InlineData(0.31, Verdict.ForReview)]
    [InlineData(0.5, Verdict.ForReview)]
    [InlineData(0.51, Verdict.Rejected)]
    public void Judges_how_blue_the_clothes_are(double share, Verdict verdict) =>
        AssertOnly(FailureCodes.ClothesBlue, verdict, Good with { BlueClothesShare = share });

    [Theory]
    [InlineData(0.42, 100, Verdict.Passes)]
    [InlineData(0.421, 100, Verdict.Rejected)]
    [InlineData(0.42, 99.9, Verdict.ForReview)]
    [InlineData(0.42, 60, Verdict.ForReview)]
    [InlineData(0.42, 59.9, Verdict.Rejected)]
    [InlineData(0.9, 1, Verdict.Rejected)]
    public void Judges_how_sharp_the_face_is(double blurRatio, double edgeVariance, Verdict verdict) =>
        AssertOnly(FailureCodes.PhotoBlurred, verdict, Good with { Sharpness = new SharpnessFacts(blurRatio, edgeVariance) });

    [Theory]
    [InlineData(55, Verdict.Passes)]
    [InlineData(54.9, Verdict.Rejected)]
    public void Rejects_a_face_in_the_dark(double bright, Verdict verdict) =>
        AssertOnly(FailureCodes.FaceDark, verdict, Good with { Light = new LightFacts(bright, 0, 0) });

    [Theory]
    [InlineData(0.03, Verdict.Passes)]
    [InlineData(0.031, Verdict.ForReview)]
    [InlineData(0.15, Verdict.ForReview)]
    [InlineData(0.151, Verdict.Rejected)]
    public void Judges_how_much_of_the_face_is_glare(double share, Verdict verdict) =>
        AssertOnly(FailureCodes.FaceGlare, verdict, Good with { Light = new LightFacts(80, share, 0) });

    [Theory]
    [InlineData(20, Verdict.Passes)]
    [InlineData(20.1, Verdict.ForReview)]
    public void Lets_a_person_look_at_a_face_lit_from_one_side(double leftToRight, Verdict verdict) =>
        AssertOnly(FailureCodes.FaceLightUneven, verdict, Good with { Light = new LightFacts(80, 0, leftToRight) });

    [Theory]
    [InlineData(1, Verdict.Passes)]
    [InlineData(0, Verdict.Passes)]
    [InlineData(2, Verdict.ForReview)]
    public void Lets_a_person_look_when_a_second_face_shows_only_at_the_finer_scale(int faces, Verdict verdict) =>
        AssertOnly(FailureCodes.FaceSeveral, verdict, WithFace(face => face with { FacesAtFinerScale = faces }));

    [Fact]
    public void Rejects_two_people() => AssertOnly(
        FailureCodes.FaceSeveral, Verdict.Rejected, Faceless(new FaceFacts { Faces = [new FaceBox(0, 0, 100, 100), new FaceBox(200, 0, 90, 90)] }));

    [Fact]
    public void Rejects_a_picture_without_a_face() =>
        AssertOnly(FailureCodes.FaceMissing, Verdict.Rejected, Faceless(new FaceFacts { Faces = [] }));

    [Fact]
    public void Names_a_QR_code_instead_of_the_missing_face() =>
        AssertOnly(FailureCodes.QrCodeUploaded, Verdict.Rejected, Faceless(new FaceFacts { Faces = [], HasQrCode = true }));

    [Fact]
    public void Names_the_turn_of_a_photo_that_lies_on_its_side()
    {
        var finding = AssertOnly(
            FailureCodes.PhotoSideways, Verdict.Rejected, Faceless(new FaceFacts { Faces = [], TurnNeeded = 90 }));

        Assert.Contains("90", finding!.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Sends_every_picture_to_review_when_nobody_could_look_for_faces() =>
        AssertOnly(FailureCodes.FaceNotChecked, Verdict.ForReview, Faceless(null));

    [Fact]
    public void Reports_every_finding_at_once()
    {
        var bad = WithBackground(background => background with { Distance = 20, Spread = 7 }) with
        {
            BlueClothesShare = 0.9,
            Light = new LightFacts(30, 0.2, 30),
            Sharpness = new SharpnessFacts(0.5, 10),
        };

        Assert.Equal(
            [
                FailureCodes.BackgroundColour, FailureCodes.BackgroundUneven, FailureCodes.ClothesBlue, FailureCodes.PhotoBlurred,
                FailureCodes.FaceDark, FailureCodes.FaceGlare, FailureCodes.FaceLightUneven,
            ],
            PixelValidator.Validate(bad, Rules).Select(finding => finding.Code));
    }

    [Fact]
    public void Says_what_was_expected_and_measured_in_both_languages()
    {
        var finding = Assert.Single(PixelValidator.Validate(
            WithBackground(background => background with { Distance = 18.2, Median = new RgbColour(108, 74, 160) }), Rules));

        Assert.Equal("ΔE00 ≤ 16", finding.Expected);
        Assert.Equal("ΔE00 18.2 RGB (108,74,160)", finding.Measured);
        Assert.All(
            [finding.Message.Chinese, finding.Message.English],
            text => Assert.All(["16", "18.2", "(108,74,160)", "(67,142,219)"], part => Assert.Contains(part, text, StringComparison.Ordinal)));
        Assert.NotNull(finding.Hint);
    }

    [Fact]
    public void Follows_the_rules_of_the_cohort()
    {
        var strict = Rules with { BlueClothesShare = new Limits(0, 0), Light = Rules.Light with { MinBright = 90 } };

        Assert.Equal(
            [FailureCodes.ClothesBlue, FailureCodes.FaceDark],
            PixelValidator.Validate(Good with { BlueClothesShare = 0.01 }, strict).Select(finding => finding.Code));
    }

    [Fact]
    public void Notes_that_a_face_was_too_small_to_tell_how_sharp_it_is()
    {
        Assert.Equal(FailureCodes.SharpnessNotChecked, Assert.Single(PixelValidator.Notes(Good with { Sharpness = null })).Code);
        Assert.Empty(PixelValidator.Notes(Good));
    }

    private static PixelInspection WithBackground(Func<BackgroundFacts, BackgroundFacts> change) =>
        Good with { Background = change(Good.Background) };

    private static PixelInspection WithFace(Func<FaceFacts, FaceFacts> change) => Good with { Face = change(Good.Face!) };

    // Without a single face nothing is measured on it.
    private static PixelInspection Faceless(FaceFacts? face) =>
        Good with { Face = face, BlueClothesShare = null, Light = null, Sharpness = null };

    private static Failure? AssertOnly(string code, Verdict verdict, PixelInspection picture)
    {
        var findings = PixelValidator.Validate(picture, Rules);
        if (verdict == Verdict.Passes)
        {
            Assert.Empty(findings);
            return null;
        }

        var finding = Assert.Single(findings);
        Assert.Equal((code, verdict == Verdict.ForReview), (finding.Code, finding.NeedsReview));
        return finding;
    }
}
