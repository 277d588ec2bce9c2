using System.Globalization;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>What can be wrong with the decoded picture, each with the rule and the figure.</summary>
public static class PixelFailures
{
    /// <summary>Nobody could look for a face.</summary>
    public static Failure FaceNotChecked { get; } = ForReview(Failure.Of(
        FailureCodes.FaceNotChecked,
        "未能自动检测人脸,需人工审核。",
        "Expected a check for exactly one face but this machine cannot look for faces."));

    /// <summary>No face.</summary>
    public static Failure FaceMissing { get; } = Failure.Of(
        FailureCodes.FaceMissing, "1", "0", "未检测到人脸:要求有且只有一张正面人脸。", "Expected exactly one face but found none.");

    /// <summary>A QR code instead of a face.</summary>
    public static Failure QrCodeUploaded { get; } = Failure.Of(
        FailureCodes.QrCodeUploaded,
        "疑似上传了采集码,请勿上传采集码。",
        "Expected a portrait but found a QR code and no face; it may be the capture code, which is a secret.");

    /// <summary>Another student has the same picture, or one like it.</summary>
    public static Failure PhotoDuplicate { get; } = ForReview(Failure.Of(
        FailureCodes.PhotoDuplicate,
        "与本教学点其他学生的照片相同或非常相近,需人工审核。",
        "Expected a photo of this student only but another student of the teaching point has the same picture or one much like it."));

    /// <summary>Another student of the cohort has the same picture, or one like it.</summary>
    public static Failure PhotoDuplicateInCohort { get; } = ForReview(Failure.Of(
        FailureCodes.PhotoDuplicateInCohort,
        "与本届其他学生的照片相同或非常相近,需人工审核。",
        "Expected a photo of this student only but another student of the cohort has the same picture or one much like it."));

    /// <summary>The picture that was rejected before.</summary>
    public static Failure PhotoResubmitted { get; } = Failure.Of(
        FailureCodes.PhotoResubmitted,
        "与此前被驳回的照片相同,请重新拍摄。",
        "Expected a new photo but received the picture that was rejected before.");

    /// <summary>The face is too small for the check of sharpness.</summary>
    public static Failure SharpnessNotChecked { get; } = Failure.Of(
        FailureCodes.SharpnessNotChecked,
        "照片中人脸较小,未检测清晰度。",
        "Expected a face large enough for the check of sharpness but it is smaller; the check was left out.");

    /// <summary>More than one face.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The failure.</returns>
    public static Failure FaceSeveral(int count) => Failure.Of(
        FailureCodes.FaceSeveral,
        "1",
        Text(count),
        $"检测到{count}张人脸:要求有且只有一张。",
        $"Expected exactly one face but found {count}.");

    /// <summary>A face shows after a turn only.</summary>
    /// <param name="degrees">Clockwise, in degrees.</param>
    /// <returns>The failure.</returns>
    public static Failure PhotoSideways(int degrees) => Failure.Of(
        FailureCodes.PhotoSideways,
        "0°",
        $"{Text(degrees)}°",
        $"照片方向不正:需顺时针旋转{degrees}度。",
        $"Expected an upright photo but received one that has to be turned {degrees}° clockwise.");

    /// <summary>Another background colour than the accepted ones.</summary>
    /// <param name="limit">The rule, in CIEDE2000.</param>
    /// <param name="facts">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure BackgroundColour(double limit, BackgroundFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Failure.Of(
            FailureCodes.BackgroundColour,
            $"ΔE00 ≤ {Text(limit)}",
            $"ΔE00 {Text(facts.Distance)} RGB {facts.Median}",
            $"背景颜色不符:要求接近RGB{facts.Nearest}(色差不超过{Text(limit)}),实际为RGB{facts.Median},色差{Text(facts.Distance)}。",
            $"Expected a background within {Text(limit)} of RGB {facts.Nearest} but it is RGB {facts.Median}, {Text(facts.Distance)} off.");
    }

    /// <summary>A background that is not even.</summary>
    /// <param name="limit">The rule, in CIEDE2000.</param>
    /// <param name="spread">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure BackgroundUneven(double limit, double spread) => AtMost(
        FailureCodes.BackgroundUneven, "ΔE00", limit, spread, "背景不均匀:色差", "an even background, spread");

    /// <summary>Left and right, or top and bottom, of the background differ.</summary>
    /// <param name="limit">The rule, in CIEDE2000.</param>
    /// <param name="difference">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure BackgroundShaded(double limit, double difference) => AtMost(
        FailureCodes.BackgroundShaded, "ΔE00", limit, difference, "背景两侧或上下明暗不一:色差", "a background without shading, difference");

    /// <summary>Blue clothes.</summary>
    /// <param name="limit">The rule, 0 to 1.</param>
    /// <param name="share">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure ClothesBlue(double limit, double share) => AtMost(
        FailureCodes.ClothesBlue, "%", limit * 100, share * 100, "不得穿蓝色衣服:蓝色部分占比", "clothes that are not blue, share");

    /// <summary>A face out of focus, by what a blur leaves of its edges.</summary>
    /// <param name="limit">The rule, 0 to 1.</param>
    /// <param name="ratio">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure PhotoBlurred(double limit, double ratio) => AtMost(
        FailureCodes.PhotoBlurred, "%", limit * 100, ratio * 100, "照片清晰度不合格:模糊度", "a sharp face, blur");

    /// <summary>A face with too few edges.</summary>
    /// <param name="limit">The rule.</param>
    /// <param name="variance">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure PhotoSoft(double limit, double variance) => AtLeast(
        FailureCodes.PhotoBlurred, "", limit, variance, "照片清晰度不合格:细节值", "a sharp face, detail");

    /// <summary>An under-exposed face.</summary>
    /// <param name="limit">The rule, in L*.</param>
    /// <param name="bright">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure FaceDark(double limit, double bright) => AtLeast(
        FailureCodes.FaceDark, "L*", limit, bright, "面部过暗:亮度", "a well lit face, lightness");

    /// <summary>An over-exposed face.</summary>
    /// <param name="limit">The rule, 0 to 1.</param>
    /// <param name="share">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure FaceGlare(double limit, double share) => AtMost(
        FailureCodes.FaceGlare, "%", limit * 100, share * 100, "面部有高光:过亮部分占比", "a face without glare, share");

    /// <summary>One half of the face is lighter.</summary>
    /// <param name="limit">The rule, in L*.</param>
    /// <param name="difference">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure FaceLightUneven(double limit, double difference) => AtMost(
        FailureCodes.FaceLightUneven, "ΔL*", limit, difference, "面部曝光不均:左右亮度差", "an evenly lit face, difference");

    /// <summary>A head that leans.</summary>
    /// <param name="limit">The rule, in degrees.</param>
    /// <param name="degrees">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure HeadTilted(double limit, double degrees) => AtMost(
        FailureCodes.HeadTilted, "°", limit, degrees, "头部倾斜:角度", "a level head, lean");

    /// <summary>The crown is too high or too low.</summary>
    /// <param name="low">Highest place, in pixels.</param>
    /// <param name="high">Lowest place, in pixels.</param>
    /// <param name="crown">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure CrownOutside(int low, int high, double crown) => Between(
        FailureCodes.CrownOutside, low, high, crown, "头顶位置不符:距上边", "the crown");

    /// <summary>The eyes are too high or too low.</summary>
    /// <param name="low">Highest place, in pixels.</param>
    /// <param name="high">Lowest place, in pixels.</param>
    /// <param name="eyeLine">What was measured.</param>
    /// <returns>The failure.</returns>
    public static Failure EyeLineOutside(int low, int high, double eyeLine) => Between(
        FailureCodes.EyeLineOutside, low, high, eyeLine, "眼睛位置不符:距上边", "the eyes");

    private static Failure ForReview(Failure failure) => failure with { NeedsReview = true };

    private static Failure AtMost(string code, string unit, double limit, double value, string chinese, string english) => Failure.Of(
        code,
        $"≤ {Text(limit)} {unit}".TrimEnd(),
        $"{Text(value)} {unit}".TrimEnd(),
        $"{chinese}要求不超过{Figure(limit, unit)},实际为{Figure(value, unit)}。",
        $"Expected {english} at most {Text(limit)} {unit} but measured {Text(value)} {unit}.");

    private static Failure AtLeast(string code, string unit, double limit, double value, string chinese, string english) => Failure.Of(
        code,
        $"≥ {Text(limit)} {unit}".TrimEnd(),
        $"{Text(value)} {unit}".TrimEnd(),
        $"{chinese}要求不低于{Figure(limit, unit)},实际为{Figure(value, unit)}。",
        $"Expected {english} at least {Text(limit)} {unit} but measured {Text(value)} {unit}.".Replace(" .", ".", StringComparison.Ordinal)
            .Replace("  ", " ", StringComparison.Ordinal));

    // Only what people read as a unit goes behind a figure.
    private static string Figure(double value, string unit) => unit is "%" or "°" ? Text(value) + unit : Text(value);

    private static Failure Between(string code, int low, int high, double value, string chinese, string english) => Failure.Of(
        code,
        $"{Text(low)}–{Text(high)} px",
        $"{Text(value)} px",
        $"{chinese}要求{low}至{high}像素,实际为{Text(value)}像素。",
        $"Expected {english} {low} to {high} pixels from the top but measured {Text(value)}.");

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
