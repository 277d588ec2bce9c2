using System.Globalization;
using System.Text.Json;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Exports;

/// <summary>The list that closes a photo package: a row for every student.</summary>
public static class PackageManifest
{
    /// <summary>The name of the list inside the package; photos end in .jpg.</summary>
    public const string FileName = "manifest.csv";

    /// <summary>The headings.</summary>
    public static IReadOnlyList<string> Headings { get; } =
        ["教学点", "学号", "文件名", "SHA-256", "字节数", "宽", "高", "审核通过时间", "未包含原因", "说明"];

    /// <summary>The row of a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>A cell for each heading.</returns>
    public static IReadOnlyList<string> Row(PackageLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return
        [
            line.Student.TeachingPoint.Value,
            line.Student.Number.Value,
            line.Path,
            line.Output?.Sha256 ?? "",
            Number(line.Output?.Bytes),
            Number(line.Output?.Width),
            Number(line.Output?.Height),
            line.AcceptedAt is { } at ? ChinaTime.TextAt(at) : "",
            line.LeftOut is { } reason ? CodeOf(reason) : "",
            Words(line.LeftOut),
        ];
    }

    /// <summary>The stable code of a reason, for example <c>picture-missing</c>.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The code in kebab-case.</returns>
    public static string CodeOf(LeftOutReason reason) => JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString());

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Words(LeftOutReason? reason) => reason switch
    {
        LeftOutReason.NotAccepted => "照片未审核通过",
        LeftOutReason.PersonUnconfirmed => "教师未确认本人",
        LeftOutReason.OutputUnavailable => "照片无此规格",
        LeftOutReason.FileNameTaken => "文件名与其他照片重复",
        LeftOutReason.FileNameTooLong => "文件名过长",
        LeftOutReason.PictureMissing => "照片文件缺失",
        LeftOutReason.PictureDamaged => "照片文件损坏",
        _ => "",
    };
}
