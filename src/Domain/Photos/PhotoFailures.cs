using System.Globalization;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>What can be wrong with a photo, each with what was expected and what was measured.</summary>
public static class PhotoFailures
{
    /// <summary>The file has no content.</summary>
    public static Failure Empty { get; } = Failure.Of(
        FailureCodes.FileEmpty, "文件是空的,请重新上传。", "Expected a photo but received a file of 0 bytes.");

    /// <summary>The content is no picture.</summary>
    public static Failure NotAnImage { get; } = Failure.Of(
        FailureCodes.NotAnImage, "文件内容不是图片,应为JPEG照片。", "Expected a JPEG photo but received content that is no picture.");

    /// <summary>The file ends too early.</summary>
    public static Failure Truncated { get; } = Failure.Of(
        FailureCodes.PhotoTruncated,
        "照片文件不完整(传输中断),请重新上传原文件。",
        "Expected a complete photo file but received one that ends before the picture does.");

    /// <summary>The decoder reported damage.</summary>
    public static Failure Damaged { get; } = Failure.Of(
        FailureCodes.PhotoDamaged, "照片文件已损坏,无法完整解码,请重新上传原文件。", "Expected a sound photo file but the decoder reported damage inside it.");

    /// <summary>One channel.</summary>
    public static Failure Greyscale { get; } = Failure.Of(
        FailureCodes.PhotoGreyscale, "照片应为24位彩色,实际为灰度(黑白)照片。", "Expected a 24-bit colour photo but received a greyscale one.");

    /// <summary>Print colours.</summary>
    public static Failure Cmyk { get; } = Failure.Of(
        FailureCodes.PhotoCmyk, "照片应为RGB彩色,实际为CMYK印刷模式,请转换后重新上传。", "Expected an RGB photo but received a CMYK one.");

    /// <summary>See-through parts.</summary>
    public static Failure Transparent { get; } = Failure.Of(
        FailureCodes.PhotoTransparent, "照片含透明区域,请使用不透明的背景。", "Expected an opaque photo but received one with transparent parts.");

    /// <summary>The file ended the app twice.</summary>
    public static Failure DecoderCrashed { get; } = Failure.Of(
        FailureCodes.DecoderCrashed,
        "照片解码时程序两次异常退出,已隔离,等待管理员处理。",
        "Expected to decode the file but the app ended twice while it tried; it is kept in quarantine, undecoded.");

    /// <summary>An accepted PNG.</summary>
    public static Failure PngNote { get; } = Failure.Of(
        FailureCodes.FormatPngNote, "照片是PNG格式,已接收并转换;建议提交JPEG格式。", "Expected JPEG and received PNG; it was accepted and converted.");

    /// <summary>Too many bytes.</summary>
    /// <param name="limit">The cap, in bytes.</param>
    /// <param name="actual">The file, in bytes.</param>
    /// <returns>The failure.</returns>
    public static Failure TooLarge(long limit, long actual) => Failure.Of(
        FailureCodes.FileTooLarge,
        $"≤ {Bytes(limit)} B",
        $"{Bytes(actual)} B",
        $"文件过大:要求不超过{Bytes(limit)}字节,实际为{Bytes(actual)}字节。",
        $"Expected at most {Bytes(limit)} bytes but received {Bytes(actual)} bytes.");

    /// <summary>A picture in another format.</summary>
    /// <param name="name">Its name, for example HEIC.</param>
    /// <returns>The failure.</returns>
    public static Failure Format(string name) => Failure.Of(
        FailureCodes.FormatNotSupported,
        "JPEG",
        name,
        $"照片格式不支持:要求JPEG,实际为{name}。",
        $"Expected a JPEG photo but received {name}.");

    /// <summary>More scans than any camera writes.</summary>
    /// <param name="limit">The cap.</param>
    /// <param name="actual">What was counted.</param>
    /// <returns>The failure.</returns>
    public static Failure TooManyScans(int limit, int actual) => Failure.Of(
        FailureCodes.PhotoTooManyScans,
        $"≤ {limit}",
        $"{actual}",
        $"照片的渐进扫描次数异常:要求不超过{limit}次,实际为{actual}次;请另存为普通JPEG。",
        $"Expected at most {limit} scans but received {actual}.");

    /// <summary>Too many pixels in all.</summary>
    /// <param name="limit">The cap, in pixels.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>The failure.</returns>
    public static Failure TooManyPixels(int limit, int width, int height) => Failure.Of(
        FailureCodes.PhotoTooManyPixels,
        $"≤ {limit / 1_000_000} MP",
        $"{width}×{height}",
        $"照片像素过多:要求不超过{limit / 1_000_000}百万像素,实际为{width}×{height}。",
        $"Expected at most {limit / 1_000_000} million pixels but received {width}×{height}.");

    /// <summary>One side too long.</summary>
    /// <param name="limit">The cap, in pixels.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>The failure.</returns>
    public static Failure SideTooLong(int limit, int width, int height) => Failure.Of(
        FailureCodes.PhotoSideTooLong,
        $"≤ {limit} px",
        $"{width}×{height}",
        $"照片边长过大:要求每边不超过{limit}像素,实际为{width}×{height}。",
        $"Expected at most {limit} pixels a side but received {width}×{height}.");

    /// <summary>Too few pixels for a required output.</summary>
    /// <param name="required">The output.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>The failure.</returns>
    public static Failure TooSmall(OutputProfile required, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(required);
        return Failure.Of(
            FailureCodes.PhotoTooSmall,
            $"≥ {required.Width}×{required.Height}",
            $"{width}×{height}",
            $"照片尺寸不符:要求至少{required.Width}×{required.Height}像素,实际为{width}×{height}。",
            $"Expected at least {required.Width}×{required.Height} pixels but received {width}×{height}.");
    }

    /// <summary>A shape that the crop may not mend.</summary>
    /// <param name="specification">The rules.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>The failure.</returns>
    public static Failure Aspect(PhotoSpecification specification, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return Failure.Of(
            FailureCodes.PhotoAspect,
            $"{Ratio(specification.MinAspect)}–{Ratio(specification.MaxAspect)}",
            Ratio((double)width / height),
            $"照片宽高比不符:要求接近3:4({Ratio(specification.MinAspect)}至{Ratio(specification.MaxAspect)}),实际为{width}×{height}({Ratio((double)width / height)})。",
            $"Expected a width to height ratio of {Ratio(specification.MinAspect)} to {Ratio(specification.MaxAspect)} but received {width}×{height} ({Ratio((double)width / height)}).");
    }

    /// <summary>A required output does not fit its byte window.</summary>
    /// <param name="profile">The output.</param>
    /// <param name="bytes">Its length at the best quality tried.</param>
    /// <returns>The failure.</returns>
    public static Failure OutputBytes(OutputProfile profile, int bytes)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Failure.Of(
            FailureCodes.OutputBytes,
            $"{profile.MinBytes}–{profile.MaxBytes} B",
            $"{bytes} B",
            $"生成的{profile.Width}×{profile.Height}照片大小不符:要求{profile.MinBytes}至{profile.MaxBytes}字节,实际为{bytes}字节。",
            $"Expected {profile.MinBytes} to {profile.MaxBytes} bytes for {profile.Name} but received {bytes}.");
    }

    /// <summary>An optional output cannot be written.</summary>
    /// <param name="profile">The output.</param>
    /// <returns>The note.</returns>
    public static Failure OutputUnavailable(OutputProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Failure.Of(
            FailureCodes.OutputUnavailable,
            $"{profile.Width}×{profile.Height}",
            "—",
            $"可选规格{profile.Width}×{profile.Height}未能生成:原照片过小或文件大小不符。",
            $"Expected to write {profile.Name} as well but the photo is too small for it or it does not fit its byte window.");
    }

    /// <summary>A rule of a cohort is out of range.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="expected">What it may be.</param>
    /// <param name="received">What it is.</param>
    /// <returns>The failure.</returns>
    public static Failure SpecificationInvalid(string name, BilingualText expected, string received)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Failure.Of(
            FailureCodes.SpecificationInvalid,
            expected.English,
            received,
            $"照片规格设置有误:{name}应为{expected.Chinese},实际为{received}。",
            $"Expected {expected.English} for {name} of the photo specification but received {received}.");
    }

    private static string Ratio(double value) => value.ToString("0.00#", CultureInfo.InvariantCulture);

    private static string Bytes(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
